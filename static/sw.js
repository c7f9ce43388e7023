// Serves the site where there is no network, and everywhere all of it from one version.
//
// The build writes before this script what is its alone: `VERSION`; `PAGES`, the file that holds every
// page and text; `FILES`, the path of every file that is kept, that one among them, with the digest of
// its content. What is kept under the name of a version is of that version, whole and checked, or not
// kept at all.
const { scope } = registration;
// Other folders of the server may have sites of their own.
const prefix = `dak-so ${scope} `;
const name = prefix + VERSION;
const paths = Object.keys(FILES);

// A download that breaks off looks whole to browsers, unless they know its digest. The copy that a
// browser has of its own may be as broken, so the second try passes it by.
const get = (path) => {
  const integrity = FILES[path];
  return fetch(path, { integrity }).catch(() => fetch(path, { integrity, cache: "reload" }));
};

const install = async () => {
  try {
    const answers = await Promise.all(paths.map(get));
    const cache = await caches.open(name);
    await Promise.all(paths.map((path, at) => cache.put(path, answers[at])));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
};

const activate = async () => {
  for (const key of await caches.keys()) if (key.startsWith(prefix) && key !== name) await caches.delete(key);
};

const digest = async (answer) => {
  const bytes = await crypto.subtle.digest("SHA-256", await answer.arrayBuffer());
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}`;
};

// A file as it was kept, if it still is as it should be, else as it comes, to be kept again. Where there
// is no room for it, it serves all the same.
const held = async (path) => {
  const cache = await caches.open(name);
  const kept = await cache.match(path);
  if (kept && (await digest(kept.clone())) === FILES[path]) return kept;
  const answer = await get(path);
  await cache.put(path, answer.clone()).catch(() => {});
  return answer;
};

// What somebody else has cleared away comes back while there is a network.
const refill = async () => {
  const cache = await caches.open(name);
  for (const path of paths) if (!(await cache.match(path))) await cache.put(path, await get(path));
};

// All views and texts, read once in the life of a worker. Documents come in two parts, between which stands
// what all of them share.
let unpacked;
const unpack = async () => {
  const answer = await held(PAGES);
  const headers = new Headers(answer.headers);
  for (const of of ["encoding", "length"]) headers.delete(`content-${of}`);
  return { headers, ...(await answer.json()) };
};

// The document into which the app renders the page of a figure.
const shellOf = ({ shells }, path) => {
  for (const [folder, { page, names }] of Object.entries(shells)) {
    if (path.startsWith(folder) && names.includes(path.slice(folder.length).replace("/index.html", ""))) return page;
  }
};

// How long the server has for the page of a figure, which is whole without the app, in milliseconds.
const PATIENCE = 3000;

const types = { html: "text/html", csv: "text/csv", json: "application/json", svg: "image/svg+xml" };

const respond = async (request) => {
  const { url, mode } = request;
  const [path] = url.slice(scope.length).split(/[?#]/);
  if (FILES[path]) return held(path);
  unpacked ??= unpack();
  const site = await unpacked.catch((error) => {
    unpacked = undefined;
    throw error;
  });
  // The policy of the server and whatever else it says of its files holds for those from here too.
  const answer = (text, kind, status = 200) => {
    const headers = new Headers(site.headers);
    headers.set("content-type", `${types[kind] ?? "text/plain"};charset=utf-8`);
    return new Response(text, { status, headers });
  };
  const document = (page, status) => answer(page.join(site.shared), "html", status);
  const file = path.replace(/(^|\/)$/, "$1index.html");
  const page = site.pages[file];
  if (page) return document(page);
  const shell = shellOf(site, file);
  if (shell) return fetch(request, { signal: AbortSignal.timeout(PATIENCE) }).catch(() => document(shell));
  if (path in site.files) return answer(site.files[path], path.split(".").pop());
  if (site.pages[`${path}/index.html`] || shellOf(site, `${path}/index.html`)) return Response.redirect(url.replace(/(?=[?#]|$)/, "/"));
  return fetch(request).catch((error) => {
    if (mode === "navigate") return document(site.pages["404.html"], 404);
    throw error;
  });
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
// The reader has decided for the version that waits.
addEventListener("message", () => skipWaiting());
addEventListener("fetch", (event) => {
  const { request } = event;
  // Whoever asks without wanting the file asks whether there is a network.
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  event.respondWith(respond(request).catch(() => fetch(request)));
  if (request.mode === "navigate") event.waitUntil(refill().catch(() => {}));
});
