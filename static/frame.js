// Runs in an embed: one chart in a frame of somebody else's page.
//
// The page is complete without it. It tells the frame's page how high it is, says when its data are
// newer than those that were cited, and starts the app once a reader comes to the chart, so that a page
// of many frames stays light.
(() => {
  const root = document.documentElement;
  const { app, wasm, integrity } = document.currentScript.dataset;

  const cited = new URLSearchParams(location.search).get("v");
  if (cited !== null && cited !== root.dataset.v) document.getElementById("newer").hidden = false;

  // In a sandbox no window may open, so links lead on in the frame itself.
  if (origin === "null") document.querySelector("base").target = "_self";

  // In CSS pixels. A page that takes every height as it comes cannot be led beyond these.
  const [LOWEST, HIGHEST] = [100, 8000];
  // A scroll bar that comes and goes changes the width by less.
  const SCROLL_BAR = 32;
  // What the page around does with a height may change the width, and that the height: not for ever.
  const MESSAGES = 3;
  let [width, sent, left, answers] = [0, 0, MESSAGES, MESSAGES];
  const tell = (asked) => {
    // In a frame of the right height there is no scroll bar.
    root.style.overflow = "hidden";
    const box = document.body.getBoundingClientRect();
    root.style.overflow = "";
    // Hidden, it has no height yet.
    if (!box.width) return;
    if (Math.abs(innerWidth - width) > SCROLL_BAR) {
      width = innerWidth;
      left = MESSAGES;
    }
    let height = Math.min(Math.max(Math.ceil(box.height), LOWEST), HIGHEST);
    if (asked ? answers-- <= 0 : height === sent || left-- <= 0) return;
    // Of heights that take turns, the one with room for all stays.
    if (left === 0) height = Math.max(height, sent);
    sent = height;
    const chart = root.dataset.embed;
    // The second form is what pages understand that have Datawrapper's script.
    parent.postMessage({ "dak-so": { chart, height }, "datawrapper-height": { [chart]: height } }, "*");
  };
  if (parent !== self) {
    new ResizeObserver(() => tell()).observe(document.body);
    // Out of view, a frame of another origin is observed by nothing.
    tell();
    // What a reader opens is worth new messages.
    const renew = () => {
      left = MESSAGES;
      tell();
    };
    addEventListener("toggle", renew, true);
    addEventListener("message", ({ source, data }) => source === parent && data?.["dak-so"] === "height" && tell(true));
  }

  const giveUp = () => (root.dataset.app = "failed");
  new MutationObserver(() => {
    if (root.dataset.app !== "failed") return;
    for (const live of document.querySelectorAll(".live")) live.remove();
    // A card that is open still closes.
    for (const control of document.querySelectorAll("[data-value]")) control.disabled = true;
  }).observe(root, { attributeFilter: ["data-app"] });
  const start = async () => {
    for (const event of SIGNS) removeEventListener(event, start);
    try {
      addEventListener("error", giveUp);
      addEventListener("unhandledrejection", giveUp);
      // What the browser has of a file may be broken, so the second try passes it by.
      const { href } = new URL(app, document.baseURI);
      const { default: init } = await import(href).catch(() => import(`${href}?${Math.random()}`));
      const get = (cache) => fetch(new URL(wasm, document.baseURI), { integrity, cache });
      await init({ module_or_path: get().catch(() => get("reload")) });
    } catch {
      giveUp();
    }
  };
  const SIGNS = ["pointerover", "touchstart", "focusin"];
  for (const event of SIGNS) addEventListener(event, start, { passive: true });
  // From now on somebody listens to what is offered.
  root.dataset.app = "starting";
})();
