// Takes the worker of the site away: sent in the place of `sw.js`, it clears what was kept, leaves every
// tab as it is, and is gone itself. From then on pages come from the server alone.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const clear = async () => {
    for (const key of await caches.keys()) {
      if (key.startsWith(`dak-so ${registration.scope} `)) await caches.delete(key);
    }
    await registration.unregister();
  };
  event.waitUntil(clear());
});
