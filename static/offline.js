// Keeps the site for times without a network, says when there is none, and offers a new version.
//
// The worker does the keeping. No page is loaded again but by its reader's hand. Offline is promised for
// pages that stand by themselves: in frames workers and storage may throw.
(() => {
  const { serviceWorker } = navigator;
  if (!document.getElementById("notices") || self !== top || !serviceWorker) return;
  // What is said, and shown again in each view that the app renders.
  const said = { offline: false, update: false, saved: "" };
  const show = (change) => {
    Object.assign(said, change);
    const [offline, update] = document.getElementById("notices").children;
    offline.hidden = !said.offline;
    update.hidden = !said.update;
    // It stands at the foot, which a view that begins does not have yet.
    const status = document.querySelector("#save span");
    if (!status) return;
    status.parentNode.hidden = false;
    const text = status.dataset[said.saved] ?? "";
    // What has not changed is not said again.
    if (status.textContent !== text) status.textContent = text;
  };
  addEventListener("view", () => show({}));
  const address = new URL("../sw.js", document.currentScript.src).href;

  // A page that allows no scripts but those it knows allows this one address.
  const createScriptURL = (url) => {
    if (url === address) return url;
    throw new TypeError(url);
  };
  let policy;
  const trusted = () => {
    policy ??= window.trustedTypes?.createPolicy("dak-so", { createScriptURL });
    return policy?.createScriptURL(address) ?? address;
  };

  // What the browser says of its network is true only when it says that there is none.
  const look = async () => {
    try {
      await fetch(address, { method: "HEAD", cache: "no-store" });
      show({ offline: false });
    } catch {
      show({ offline: true });
    }
  };

  // A version that has arrived beside the one that this page is of.
  const watch = (worker) => {
    const judge = () => {
      if (worker.state === "installed" && serviceWorker.controller) show({ update: true });
    };
    worker?.addEventListener("statechange", judge);
    if (worker) judge();
  };

  let registration;
  const keep = async () => {
    registration = await serviceWorker.register(trusted(), { updateViaCache: "none" });
    watch(registration.waiting);
    watch(registration.installing);
    registration.onupdatefound = () => watch(registration.installing);
  };
  const use = () => {
    const { waiting } = registration;
    // In another tab the reader has decided already.
    if (!waiting) return location.reload();
    waiting.onstatechange = () => waiting.state === "activated" && location.reload();
    waiting.postMessage("");
  };
  if (serviceWorker.controller) serviceWorker.oncontrollerchange = () => show({ update: true });

  const installed = ({ active, waiting, installing }) =>
    new Promise((done, fail) => {
      if (active || waiting) return done();
      const judge = () => (installing.state === "installed" ? done() : installing.state === "redundant" && fail());
      installing.addEventListener("statechange", judge);
      judge();
    });

  // For who wants to be sure: also asks the browser not to clear it away.
  const save = async () => {
    show({ saved: "saving" });
    try {
      await keep();
      await installed(registration);
      show({ saved: (await navigator.storage?.persist?.()) ? "saved" : "lent" });
    } catch {
      show({ saved: "failed" });
    }
  };
  show({});
  addEventListener("click", ({ target }) => {
    if (!target.matches?.("#save button, #notices button")) return;
    if (target.closest("#save")) save();
    else if (target.nextElementSibling) use();
    else show({ update: false });
  });

  // Chromium has no worker asked for what is saved, so that nothing would come without a network.
  addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[download]");
    if (!link || event.defaultPrevented || !serviceWorker.controller || /(png|zip|html)$/.test(link.href)) return;
    event.preventDefault();
    const { href, download } = link;
    const content = await fetch(href).then((answer) => answer.blob());
    const copy = Object.assign(document.createElement("a"), { download, href: URL.createObjectURL(content) });
    copy.click();
  });

  if (serviceWorker.controller) look();
  addEventListener("offline", look);
  addEventListener("online", look);

  const begin = () => {
    // Who saves data on the way is not sent all pages without having asked.
    if (!navigator.connection?.saveData || serviceWorker.controller) keep().catch(() => {});
  };
  // Where there is an app, it goes first: on a weak network what is kept would hold it up.
  const root = document.documentElement;
  const settled = (_, observer) => {
    observer.disconnect();
    (window.requestIdleCallback ?? setTimeout)(begin);
  };
  if (root.dataset.app === "starting") new MutationObserver(settled).observe(root, { attributeFilter: ["data-app"] });
  else addEventListener("load", begin);
})();
