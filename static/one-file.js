// Unpacks the single-file edition, which is opened without a server or a network.
//
// The start page stands in the file as it was written. Packed behind it are the app, which renders every other
// view (`#/so-lieu/` asks for one), and the files that views offer. Whatever fails leaves the start page.
(() => {
  const root = document.documentElement;
  // Until the view that the address asks for is there, the start page is not shown in its place.
  const asks = /^#\/[^%]/.test(location.hash);
  const show = () => (root.hidden = false);
  root.hidden = asks;

  const unpacked = async (id) => {
    const bytes = Uint8Array.from(atob(document.getElementById(id).textContent), (digit) => digit.charCodeAt());
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
  };
  let texts;
  const text = async (name) => {
    texts ??= unpacked("texts").then((answer) => answer.json());
    return (await texts)[name];
  };
  const address = (content, type) => URL.createObjectURL(new Blob([content], { type }));

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

  addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[download]");
    if (!link) return;
    event.preventDefault();
    const path = link.getAttribute("href");
    const content = (await text(path)) ?? (await picture(await text(path.replace(/png$/, "svg"))));
    const copy = document.createElement("a");
    Object.assign(copy, { href: file(path, content), download: link.download });
    copy.click();
  });

  // By these the start script finds the app.
  const link = (id, href) => document.head.append(Object.assign(document.createElement("link"), { id, href }));

  addEventListener("DOMContentLoaded", async () => {
    try {
      const wasm = await unpacked("wasm");
      link("app-wasm", address(await wasm.blob(), "application/wasm"));
      link("app-js", address(await text("app.js"), "text/javascript"));
    } catch (error) {
      console.error(error);
      // No app: the start script gives up.
      link("app-js", "data:,");
    }
    new MutationObserver(() => root.dataset.app !== "starting" && show()).observe(root, { attributeFilter: ["data-app"] });
    const script = document.createElement("script");
    script.textContent = document.getElementById("start").textContent;
    document.head.append(script);
  });
})();
