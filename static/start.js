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
  const { href: wasm, dataset: { integrity } = {} } = document.getElementById("app-wasm") ?? {};

  // What opens in the page for who has scripts; the link leads to the same without. The script for it comes when
  // it is asked for.
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a.picture, a.embed");
    if (!link || !window.HTMLDialogElement || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    import(document.getElementById("dialogs-js").href).then(
      (dialogs) => dialogs[link.className](link),
      () => location.assign(link.href),
    );
  });

  if (!app) return;

  // The tabs of charts, as long as the app does not listen; then it goes on from here.
  document.addEventListener("click", (event) => {
    const tab = root.dataset.app !== "ready" && event.target.closest?.(".tabs a");
    if (!tab) return;
    event.preventDefault();
    const { top } = tab.getBoundingClientRect();
    root.dataset.tab = tab.dataset.value;
    scrollBy({ top: tab.getBoundingClientRect().top - top, behavior: "instant" });
  });

  // From now on somebody listens to what is offered.
  root.dataset.app = "starting";

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
    const hasFailed = root.dataset.app === "failed";
    // What the app has rendered is there as a document too.
    if (hasFailed && "rendered" in root.dataset) return location.reload();
    // It may have been late. A page with nothing to bring to life is whole without.
    const said = document.getElementById("start-failed");
    if (said) said.hidden = !hasFailed;
    if (!hasFailed) return;
    for (const live of document.querySelectorAll(".live")) live.remove();
    for (const { parentNode, content } of document.querySelectorAll(".written")) parentNode.replaceChildren(content);
    // Tabs are links again, to which this script listens, and buttons wait.
    for (const control of document.querySelectorAll(".tabs, [data-value]")) {
      for (const name of ["role", "tabindex", "aria-selected", "aria-pressed"]) control.removeAttribute(name);
      control.disabled = true;
    }
  }).observe(root, { attributeFilter: ["data-app"] });

  const start = async () => {
    // What the browser has of a file may be broken, so the second try passes it by.
    const { default: init } = await import(app).catch(() => import(`${app}?${Math.random()}`));
    const get = (cache) => fetch(wasm, { integrity, cache });
    await init({ module_or_path: get().catch(() => get("reload")) });
  };
  // After the first paint: a frame, and what follows it.
  requestAnimationFrame(() => setTimeout(() => start().catch(giveUp)));
})();
