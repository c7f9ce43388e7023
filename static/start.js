// Brings the page to life, and hands it back as it was written when that fails.
//
// The page is complete without any script. `<html data-app>` says how the app fares: "starting", then
// "ready" once the first of it stands in its place, "failed" when it had to give up. It can also end by
// itself at any time: a trap in its WebAssembly arrives here as an uncaught error.
//
// A classic script, because one of type module is itself subject to what can go wrong: in a sandboxed
// frame it is fetched across origins.
(() => {
  const root = document.documentElement;
  const { href: app } = document.getElementById("app-js") ?? {};
  const { href: wasm } = document.getElementById("app-wasm") ?? {};

  // Addresses of before each language had its own.
  const language = new URLSearchParams(location.search).get("lang");
  const other = language && document.querySelector(`.languages a[hreflang="${CSS.escape(language)}"]`);
  if (other && language !== root.lang) return location.replace(other.href + location.hash);

  // What is printed names its address, and hides nothing.
  for (const place of document.querySelectorAll(".address:empty")) place.textContent = location.href;
  // A citation names that of the page in its language, unless it leads to this machine alone.
  for (const place of document.querySelectorAll(".cite .address")) {
    const { href } = document.querySelector(`.languages a[hreflang="${place.closest("p").lang}"]`);
    const id = place.closest("figure")?.id;
    if (location.host) place.textContent = id ? `${href}#${id}` : href;
  }
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details:not([open])")) {
      details.open = true;
      addEventListener("afterprint", () => (details.open = false), { once: true });
    }
  });

  if (!app) return;

  // From now on somebody listens to what is offered.
  root.dataset.app = "starting";
  const found = document.getElementById("search-found");
  const foundAtFirst = found?.textContent;

  const giveUp = (error) => {
    if (error) console.error(error);
    root.dataset.app = "failed";
  };
  const isOurs = (error) =>
    error instanceof WebAssembly.RuntimeError || [app, wasm].some((file) => String(error?.stack).includes(file));
  const judge = (error) => isOurs(error) && giveUp();
  addEventListener("error", (event) => judge(event.error));
  addEventListener("unhandledrejection", (event) => judge(event.reason));
  new MutationObserver(() => {
    if (root.dataset.app !== "failed") return;
    for (const live of document.querySelectorAll(".live")) live.remove();
    for (const row of document.querySelectorAll("[data-words], [data-group]")) row.hidden = false;
    if (found) found.textContent = foundAtFirst;
    document.getElementById("start-failed").hidden = false;
  }).observe(root, { attributeFilter: ["data-app"] });

  const start = async () => {
    const { default: init } = await import(app);
    await init({ module_or_path: wasm });
  };
  // After the first paint: a frame, and what follows it.
  requestAnimationFrame(() => setTimeout(() => start().catch(giveUp)));
})();
