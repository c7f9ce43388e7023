// Runs before the instrument of a measure: tells when a frame has been painted.
(() => {
  // Calls back when the frame that is being made has been painted.
  const painted = new MessageChannel();
  let afterPaint = () => {};
  painted.port1.onmessage = () => afterPaint();
  const afterFrame = (then) =>
    requestAnimationFrame(() => {
      afterPaint = then;
      painted.port2.postMessage(null);
    });
  const untilFrame = (isOver, then) =>
    afterFrame(() => (isOver() ? then(performance.now()) : untilFrame(isOver, then)));

  window.bench = { untilFrame };
})();
