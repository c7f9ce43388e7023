// Starts the app and tells the reader when it does not start.
//
// Without the app a reader has the links to the data that `index.html` holds. A failure shows one
// quiet sentence, hidden there too, and takes it back should the app arrive late.
//
// The app reports itself in `<html data-app>`: "ready" once its first frame stands, anything else
// when it had to give up. A classic script, because one of type module is itself subject to what
// can go wrong: in a sandboxed frame it is fetched across origins.
(() => {
  const root = document.documentElement;
  const settle = () => {
    const message = document.getElementById("start-failed");
    if (message) message.hidden = root.dataset.app === "ready";
  };
  const address = (id) => document.getElementById(id).href;
  const start = async () => {
    const app = await import(address("app-js"));
    await app.default({ module_or_path: address("app-wasm") });
  };
  const failed = (error) => {
    console.error(error);
    settle();
  };

  new MutationObserver(settle).observe(root, { attributeFilter: ["data-app"] });
  setTimeout(settle, 20000);
  start().catch(failed);
})();
