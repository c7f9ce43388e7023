// Runs in every document of a tour before any script of its own, and takes down when a view has been painted
// and when its chart reacts: the same for the view of a document and for one that a click brings.
(() => {
  const { untilFrame } = window.bench;
  let seen;

  const heading = () => document.querySelector("h1");
  const chart = () => document.querySelector("[data-chart]");
  const hasCard = () => document.querySelector(".card.open") !== null;
  const press = (key) =>
    chart()
      ?.querySelector(".marks")
      .dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

  // The browser tells when it has first shown an element that had a name by then (Element Timing).
  const name = (before) =>
    requestAnimationFrame(() => {
      const there = heading();
      if (there === null || there === before) return name(before);
      there.setAttribute("elementtiming", "heading");
      seen.heading = there;
    });
  new PerformanceObserver((list) => {
    const paint = list.getEntries().find(({ element }) => element === seen.heading);
    if (paint) seen.painted = paint.renderTime - seen.start;
  }).observe({ type: "element", buffered: true });

  // Of the next view that is shown, whose heading is another one than that `before`.
  const watch = (start, before) => {
    seen = { start, heading: null, painted: null, reacts: null, settled: null, isTried: false };
    const isAlive = () => chart()?.matches("[data-alive]") ?? false;
    const isWithoutChart = () => document.readyState === "complete" && chart() === null;
    const canBeTried = () => seen.heading !== null && (isAlive() || isWithoutChart());
    name(before);
    untilFrame(canBeTried, () => {
      if (isWithoutChart()) return (seen.isTried = true);
      press("ArrowRight");
      untilFrame(hasCard, (time) => Object.assign(seen, { reacts: time - start, isTried: true }));
    });
  };

  const { startViewTransition } = Document.prototype;
  Document.prototype.startViewTransition = function (...given) {
    const transition = startViewTransition.apply(this, given);
    transition.finished.then(() => (seen.settled = performance.now() - seen.start));
    return transition;
  };

  // From then on the small script of a document shows the cards of its picture under a mouse.
  let listening = null;
  new MutationObserver(() => (listening ??= performance.now())).observe(document, {
    subtree: true,
    attributeFilter: ["data-app"],
  });
  watch(0, null);

  const read = (then) => {
    if (seen.painted === null || !seen.isTried) return setTimeout(read, 100, then);
    const { painted, reacts, settled } = seen;
    const { path } = document.documentElement.dataset;
    const [{ workerStart }] = performance.getEntriesByType("navigation");
    const isKept = navigator.serviceWorker.controller !== null && workerStart > 0;
    then({ painted, reacts, settled, listening, path, isKept });
  };

  // Puts the view back into the state in which a reader finds it.
  const tidy = () => {
    press("Escape");
    scrollTo({ top: 0, behavior: "instant" });
  };

  const linkTo = (path) => document.querySelector(`.routes a[href$="${path}"]`);
  // Where the link is to be clicked.
  const awaitClick = (path) => {
    const clicked = (event) => watch(event.timeStamp, heading());
    addEventListener("click", clicked, { capture: true, once: true });
    const { left, top, width, height } = linkTo(path).getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const load = (path) => location.assign(linkTo(path).href);

  Object.assign(window.bench, { read, tidy, awaitClick, load });
})();
