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

  // The picture of a chart to keep. It is shown in the page, because browsers inside of other apps save
  // no files, but let a picture be held.
  const openPicture = (dialog, link) => {
    const [save, share, copy, copyLink, close] = dialog.querySelectorAll("a, button");
    const said = dialog.querySelector("[role=status]");
    const say = (text) => (said.textContent = text);
    const { id } = link.closest("figure");
    const words = (part) => document.getElementById(`${id}-${part}`).textContent.trim();
    const address = `${location.href.split("#")[0]}#${id}`;
    const title = words("heading");
    let fetched;
    const forget = () => (fetched = undefined);
    const picture = () => {
      fetched ??= fetch(save.href).then((answer) => (answer.ok ? answer.blob() : Promise.reject(answer)));
      return fetched;
    };
    const file = (content) => ({ files: [new File([content], save.download, { type: "image/png" })] });
    const act = (button, does) => {
      button.onclick = async () => {
        say("");
        try {
          await does();
          say(button.dataset.done);
        } catch (error) {
          forget();
          // Who has changed their mind knows.
          if (error.name !== "AbortError") say(`${button.dataset.failed} ${button === copyLink ? address : ""}`);
        }
      };
    };
    act(share, async () => navigator.share({ ...file(await picture()), title, url: address }));
    act(copy, () => navigator.clipboard.write([new ClipboardItem({ "image/png": picture() })]));
    act(copyLink, () => navigator.clipboard.writeText(address));
    save.href = link.href;
    save.download = link.closest("p").querySelector('[download$=".png"]').download;
    save.onclick = () => say(save.dataset.done);
    share.hidden = !navigator.canShare?.(file(""));
    copy.hidden = !navigator.clipboard?.write || !window.ClipboardItem;
    close.onclick = () => dialog.close();
    // The dialog itself is seen only as what lies around its content.
    dialog.onclick = ({ target }) => target === dialog && dialog.close();
    dialog.onclose = () => link.focus();
    say("");
    const image = new Image();
    image.alt = `${title}. ${words("takeaway")}`;
    // From now on the browser has it, and a press need not wait for it.
    image.onload = () => picture().catch(forget);
    image.onerror = () => say(dialog.dataset.failed);
    image.src = link.href;
    dialog.querySelector(".shown").replaceChildren(image);
    dialog.showModal();
  };

  // What opens in the page for who has scripts; the link leads to the same without.
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a.picture, a.embed");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const dialog = document.getElementById(link.className);
    if (!dialog?.showModal) return;
    event.preventDefault();
    if (link.className === "picture") return openPicture(dialog, link);
    // Who embeds a chart is one of many, so the script for it comes when it is asked for.
    import(document.getElementById("embed-js").href).then(
      ({ open }) => open(link),
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
