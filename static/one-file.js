// Shows every page of the site out of one file that is opened without a network.
//
// The file is the start page as it was written, with all other pages, the files that pages offer and
// the app packed behind it. `#/so-lieu/` asks for a page and `#/nguon/#source-1` for a place on it. A
// page is exchanged once, before it is first seen; another one is a new start of the file, so nothing
// of the page before can linger. Whatever fails leaves the start page.
(() => {
  const root = document.documentElement;

  // The page that the address asks for, and the place on it behind a second `#`, which links write as
  // `%23`: HTML forbids it there.
  const asked = () => {
    const [, path, place] =
      /^#\/(.*?)(?:(?:#|%23)(.*))?$/.exec(location.hash) ?? [, "", location.hash.slice(1)];
    return { path, place };
  };
  const { path } = asked();
  // Until it is decided which page is shown, none is.
  root.hidden = path !== "";

  const unpacked = (id) => {
    const { textContent: digits, dataset } = document.getElementById(id);
    const bytes = new DataView(new ArrayBuffer((digits.length / 5) * 4));
    // Five digits of base 85, from `(` on, are four bytes.
    for (let at = 0; at < digits.length; at += 5) {
      let word = 0;
      for (let digit = at; digit < at + 5; digit++) word = word * 85 + digits.charCodeAt(digit) - 40;
      bytes.setUint32((at / 5) * 4, word);
    }
    const packed = new Blob([bytes.buffer.slice(0, dataset.bytes)]);
    return new Response(packed.stream().pipeThrough(new DecompressionStream("gzip")));
  };

  // Names and texts in turn.
  const texts = async () => {
    const parts = (await unpacked("texts").text()).split("\0");
    return new Map(parts.flatMap((text, index) => (index % 2 ? [[parts[index - 1], text]] : [])));
  };

  const address = (content, type) => URL.createObjectURL(new Blob([content], { type }));

  const exchange = (page, footers) => {
    const end = page.lastIndexOf("\n");
    const text = page.slice(0, end) + footers.get(page.slice(end + 1));
    const other = new DOMParser().parseFromString(text, "text/html");
    document.title = other.title;
    root.lang = other.documentElement.lang;
    root.dataset.path = other.documentElement.dataset.path;
    // What is packed stands in the body, so that the start page is seen before it is read.
    document.head.append(...document.querySelectorAll("body > script"));
    document.body.replaceWith(document.adoptNode(other.body));
  };

  // Where the reader was on this page before, else the place that is asked for, else the top. The
  // focus goes along, as a browser does that follows a link.
  const arrive = () => {
    const { top } = history.state ?? {};
    const { place } = asked();
    const target = (top === undefined && place && document.getElementById(place)) || document.getElementById("content");
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    if (target.id === place) target.scrollIntoView();
    else scrollTo({ top: top ?? 0, behavior: "instant" });
  };

  const remember = () => history.replaceState({ top: scrollY }, "");

  const save = (href, name) => {
    const link = document.createElement("a");
    Object.assign(link, { href, download: name });
    link.click();
  };

  const types = { csv: "text/csv", json: "application/json", svg: "image/svg+xml", png: "image/png" };
  const file = (name, content) => address(content, types[name.split(".").pop()]);

  // A poster as a picture, of two pixels to each of its own.
  const picture = async (poster) => {
    const image = new Image();
    image.src = file("poster.svg", poster);
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * image.naturalWidth;
    canvas.height = 2 * image.naturalHeight;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done));
  };

  const offer = async (href, name) => {
    const files = await texts();
    const content = files.get(href) ?? (await picture(files.get(href.replace(/png$/, "svg"))));
    save(file(href, content), name);
  };

  const follow = (event) => {
    const link = event.target.closest?.("a[href]");
    const href = link?.getAttribute("href");
    if (href === undefined || /^[a-z]+:/.test(href) || event.defaultPrevented) return;
    if (link.download) {
      event.preventDefault();
      return offer(href, link.download);
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    // A link that the app has made is relative, as on the site.
    const { pathname, hash } = new URL(href, `http://site/${root.dataset.path}`);
    const target = href.startsWith("#") ? href : `#${pathname}${hash.replace("#", "%23")}`;
    const here = location.hash || "#/";
    if (target === here) {
      event.preventDefault();
      return location.reload();
    }
    remember();
    if (target === href) return;
    event.preventDefault();
    location.hash = target;
  };

  // By these the start script finds the app.
  const link = (id, href) => document.head.append(Object.assign(document.createElement("link"), { id, href }));

  const start = async () => {
    const all = await texts();
    const page = all.get(`/${path}`) ?? all.get(`/${path}/`);
    if (page) exchange(page, all);
    else document.getElementById("content").insertAdjacentHTML("beforeend", all.get("cards"));
    root.hidden = false;
    if (page || history.state || asked().place) arrive();
    // A page without anything to bring to life cannot fail to.
    if (!document.getElementById("start-failed")) return;
    link("app-wasm", address(await unpacked("wasm").blob(), "application/wasm"));
    link("app-js", address(all.get("app.js"), "text/javascript"));
  };

  addEventListener("click", follow);
  addEventListener("hashchange", () => (asked().path === path ? arrive() : location.reload()));
  addEventListener("pagehide", () => asked().path === path && remember());
  addEventListener("DOMContentLoaded", async () => {
    if (path) history.scrollRestoration = "manual";
    try {
      await start();
    } catch (error) {
      console.error(error);
      root.hidden = false;
      // No app: the start script gives up.
      link("app-js", "data:,");
    }
    const script = document.createElement("script");
    script.textContent = document.getElementById("start").textContent;
    document.head.append(script);
  });
})();
