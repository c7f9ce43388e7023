// For the pages of others: gives every frame with a chart of this site the height that the chart needs,
// and brings <dak-so-chart chart="coverage" lang="vi" theme="dark">.
//
// It may be loaded twice, and before or after the frames. What a frame says is taken for a height and
// nothing else, from frames of this site alone.
(() => {
  const base = document.currentScript && new URL(".", document.currentScript.src).href;
  const mark = Symbol.for(`dak-so ${base}`);
  if (!base || window[mark]) return;
  window[mark] = true;

  const site = new URL(base).origin;
  // In CSS pixels.
  const [LOWEST, HIGHEST] = [100, 8000];
  const elements = new Set();
  const frames = () => [...document.querySelectorAll("iframe"), ...elements].filter(({ src }) => src.startsWith(base));
  // A frame in a sandbox has no origin.
  const origin = ({ sandbox }) => (sandbox.value && !sandbox.contains("allow-same-origin") ? "null" : site);

  addEventListener("message", (event) => {
    const height = event.data?.["dak-so"]?.height;
    if (!Number.isFinite(height)) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === event.source);
    if (!frame || event.origin !== origin(frame)) return;
    const set = (name, value) => frame.style.setProperty(name, value, "important");
    set("height", `${Math.min(Math.max(Math.round(height), LOWEST), HIGHEST)}px`);
    set("aspect-ratio", "auto");
    set("min-height", "0");
  });

  // Frames that were here before have spoken to nobody.
  for (const { contentWindow } of frames()) contentWindow?.postMessage({ "dak-so": "height" }, "*");

  const NAME = "dak-so-chart";
  if (customElements.get(NAME)) return;
  class Chart extends HTMLElement {
    static observedAttributes = ["chart", "lang", "theme", "v", "title"];
    #frame = document.createElement("iframe");

    constructor() {
      super();
      // Within a root of its own, the styles of the page do not reach it.
      this.attachShadow({ mode: "open" }).append(this.#frame);
      this.#frame.loading = "lazy";
      this.#frame.style.cssText = "display:block;width:100%;height:30rem;border:0";
    }

    connectedCallback() {
      this.style.display ||= "block";
      elements.add(this.#frame);
      this.attributeChangedCallback();
    }

    disconnectedCallback() {
      elements.delete(this.#frame);
    }

    attributeChangedCallback() {
      const chart = this.getAttribute("chart");
      if (!this.isConnected || !/^[a-z-]+$/.test(chart)) return;
      const english = this.lang === "en";
      const address = new URL(`${english ? "en/embed" : "nhung"}/${chart}/`, base);
      for (const name of ["theme", "v"]) {
        if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name));
      }
      this.#frame.title = this.title || (english ? "Chart – Đắk Số" : "Biểu đồ – Đắk Số");
      if (this.#frame.src !== address.href) this.#frame.src = address;
    }
  }
  customElements.define(NAME, Chart);
})();
