// Stands in the document of the app alone: says when the app does not come, and does what else the scripts
// of the finished site do before the app is there.
(() => {
  const LATE = 20_000;
  const loading = document.getElementById("loading");
  const said = loading.querySelector("p");
  const words = {
    vi: "Ứng dụng không tải được. Hãy tải lại trang; nếu vẫn không được, trình duyệt này có thể không chạy WebAssembly.",
    en: "The app could not be loaded. Reload the page; if that does not help, this browser may not run WebAssembly.",
  };
  const apologise = (error) => {
    // Where there is a view, the page is whole.
    if (document.querySelector("h1")) return;
    if (!loading.isConnected) document.body.prepend(loading);
    const english = Object.assign(document.createElement("span"), { lang: "en", textContent: words.en });
    said.replaceChildren(`${words.vi} `, english);
    if (error) said.append(document.createElement("br"), Object.assign(document.createElement("code"), { textContent: `${error}` }));
  };
  addEventListener("error", ({ error, message }) => apologise(error ?? message));
  addEventListener("unhandledrejection", ({ reason }) => apologise(reason));
  setTimeout(() => apologise(), LATE);
})();
