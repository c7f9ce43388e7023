// Runs in every measured page before any script of its own, and takes down when things happen.
// All times are milliseconds since the navigation began. The same for every page.
(() => {
  const { untilFrame } = window.bench;
  const record = { chart: null, share: 0, listening: null, ready: null, lcp: null, cls: 0, moved: [], tasks: [], wasm: [] };
  let lastChange = 0;

  const observe = (type, take) => {
    const observer = new PerformanceObserver((list) => {
      lastChange = performance.now();
      list.getEntries().forEach(take);
    });
    observer.observe({ type, buffered: true });
  };
  const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const named = (element) =>
    element ? element.localName + (element.id && `#${element.id}`) : "(gone)";
  observe("resource", () => {});
  observe("longtask", (task) => record.tasks.push([task.startTime, task.duration]));
  observe("layout-shift", (shift) => {
    if (shift.hadRecentInput) return;
    record.cls += shift.value;
    record.moved.push(...shift.sources.map((source) => named(source.node)));
  });
  observe("largest-contentful-paint", (paint) => {
    // Its element is taken down now: the page may put another in its place.
    const { element } = paint;
    record.lcp = {
      time: paint.startTime,
      tag: element?.localName ?? "",
      words: element ? words(element) : "",
    };
  });

  // The site reports itself in `<html data-app>`, which does not exist yet: that its marks have cards,
  // and later that the app is there or has failed.
  new MutationObserver(() => {
    const { app } = document.documentElement?.dataset ?? {};
    if (app) record.listening ??= performance.now();
    if (app === "ready" || app === "failed") record.ready ??= performance.now();
  }).observe(document, { subtree: true, attributeFilter: ["data-app"] });

  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async function (...given) {
    record.wasm.push(performance.now());
    const made = await instantiateStreaming.apply(WebAssembly, given);
    record.wasm.push(performance.now());
    return made;
  };

  // Whether a canvas holds more than one colour, told from a small copy of it.
  let small;
  const isDrawnOn = (canvas) => {
    if (canvas.width === 0 || canvas.height === 0) return false;
    small ??= new OffscreenCanvas(32, 32).getContext("2d", { willReadFrequently: true });
    small.clearRect(0, 0, 32, 32);
    small.drawImage(canvas, 0, 0, 32, 32);
    const pixels = new Uint32Array(small.getImageData(0, 0, 32, 32).data.buffer);
    return pixels.some((pixel) => pixel !== pixels[0]);
  };
  const isDrawn = (element) =>
    element.localName === "canvas"
      ? isDrawnOn(element)
      : element.querySelector("rect, path, line, text") !== null;
  // Smaller ones are icons.
  const isInView = (element) => {
    const { width, height, top, bottom } = element.getBoundingClientRect();
    const isVisible = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return isVisible && width >= 100 && height >= 40 && top < innerHeight && bottom > 0;
  };
  const firstChart = () =>
    [...document.querySelectorAll("svg, canvas")].find((one) => isInView(one) && isDrawn(one));

  untilFrame(firstChart, (time) => {
    record.chart = time;
    const { top, height } = firstChart().getBoundingClientRect();
    record.share = Math.min(1, (innerHeight - top) / height);
  });

  // A peer is all there at once.
  const marked = () => performance.getEntriesByName("interactive")[0]?.startTime ?? null;
  const interactive = () => record.listening ?? marked();
  const ready = () => record.ready ?? marked();

  // Waits until the page is ready and nothing has happened for a second.
  const settled = (then) => {
    const isOver =
      document.readyState === "complete" &&
      record.chart !== null &&
      ready() !== null &&
      performance.now() > Math.max(lastChange, ready()) + 1000;
    if (isOver) then();
    else setTimeout(settled, 100, then);
  };

  // Whether the largest element that was painted stands, with the same words, in the HTML as sent.
  // To find out takes a task of its own, and a long one.
  const isSent = (html) => {
    const { tag, words: painted } = record.lcp;
    const sent = new DOMParser().parseFromString(html, "text/html");
    return tag !== "" && [...sent.querySelectorAll(tag)].some((one) => words(one) === painted);
  };

  const read = () => {
    const [page] = performance.getEntriesByType("navigation");
    const files = [page, ...performance.getEntriesByType("resource")].map((file) => ({
      name: new URL(file.name).pathname,
      asked: file.requestStart,
      complete: file.responseEnd,
      bytes: file.encodedBodySize,
    }));
    const [fcp] = performance.getEntriesByName("first-contentful-paint");
    return {
      ...record,
      interactive: interactive(),
      ready: ready(),
      first_paint: fcp.startTime,
      loaded: page.loadEventEnd,
      files,
    };
  };

  // Where the mouse may meet a mark: down the middle of the first chart.
  const places = () => {
    const { left, top, width, height } = firstChart().getBoundingClientRect();
    const steps = Array.from({ length: 24 }, (_, step) => top + (height * (step + 0.5)) / 24);
    return steps.map((y) => [Math.round(left + width / 2), Math.round(y)]);
  };

  const hasTooltip = () =>
    window.hasTooltip ? window.hasTooltip() : document.querySelector(".card.open") !== null;
  // The time from the next move of the pointer until a tooltip is painted.
  let reaction = null;
  const awaitPointer = () => {
    reaction = null;
    const moved = (event) =>
      untilFrame(hasTooltip, (time) => (reaction = time - event.timeStamp));
    addEventListener("pointermove", moved, { capture: true, once: true });
  };

  Object.assign(window.bench, { settled, read, isSent, places, hasTooltip, awaitPointer, reaction: () => reaction });
})();
