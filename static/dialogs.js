// What opens for a chart: its picture to keep, and the code by which other people's pages show it. It is loaded when
// it is first asked for. The app renders each view with dialogs of its own.

// What stands in the dialog of the view that is shown.
let dialog, way, width, language, theme, pin, code, copy, place, status, site;

const frame = document.createElement("iframe");

let chart;

/** The start of an element as it is pasted. */
const tag = (name, attributes) => {
  const escaped = (text) => `${text}`.replace(/[&"<>]/g, (letter) => `&#${letter.charCodeAt()};`);
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${pairs.join("")}>`;
};

/** How high the chart is in a frame of a width, or of what there is room for here. */
const heightAt = (pixels, most = "none") => {
  // So high that it has no scroll bar.
  Object.assign(frame.style, { width: `${pixels}px`, maxWidth: most, height: "9999px" });
  return Math.ceil(frame.contentDocument.body.getBoundingClientRect().height);
};

const framed = () => {
  // Offered are: as wide as there is room, a phone, …, an article, as which one counts of which no width is asked for.
  const [, phone, ...wider] = Array.from(width.options, ({ value }) => +value);
  const broad = +width.value || wider.pop();
  const [low, high] = [heightAt(phone), heightAt(broad)];
  frame.style.height = `${heightAt(broad, "100%")}px`;
  const size = `width:100%;${width.value && `max-width:${broad}px;`}border:0`;
  // The shape of the frame is that of its widest. On a screen that is narrower, such as a phone's, it is
  // as high as the chart needs there; what that is elsewhere, only a script can tell.
  const least = `clamp(0px,(${broad}px - 100vw)*999,${low}px)`;
  const shape = `;aspect-ratio:${broad}/${high};min-height:${least}`;
  const fitted = way.value === "script";
  const attributes = { src: frame.src, title: frame.contentDocument.title, loading: "lazy" };
  const style = fitted ? `${size};height:${high}px` : size + shape;
  const script = fitted ? `\n${tag("script", { src: new URL("embed.js", site), async: "" })}</script>` : "";
  return `${tag("iframe", { ...attributes, style })}</iframe>${script}`;
};

const pictured = (image) => {
  const page = frame.contentDocument;
  const [heading, takeaway] = ["h1", ".takeaway"].map((part) => page.querySelector(part).textContent.trim());
  const style = "max-width:100%;height:auto";
  const broad = +width.value || Math.round(image.naturalWidth / 2);
  const size = { width: broad, height: Math.round((image.naturalHeight / image.naturalWidth) * broad) };
  const attributes = { src: image.src, alt: `${heading}. ${takeaway}`, ...size, loading: "lazy", style };
  return `${tag("a", { href: page.querySelector("h1 a").href })}${tag("img", attributes)}</a>`;
};

const show = async () => {
  status.textContent = "";
  const { folder, pictures } = language.selectedOptions[0].dataset;
  const address = new URL(`${folder}${chart}/`, site);
  if (theme.value) address.searchParams.set("theme", theme.value);
  if (pin.checked) address.searchParams.set("v", dialog.dataset.v);
  const isPicture = way.value === "picture";
  theme.disabled = pin.disabled = isPicture;
  frame.hidden = isPicture;
  if (frame.src !== address.href) {
    code.value = "";
    const loaded = new Promise((done) => (frame.onload = done));
    frame.src = address;
    if (!frame.isConnected) place.append(frame);
    await loaded;
  }
  place.querySelector("img")?.remove();
  if (!isPicture) {
    code.value = framed();
    return;
  }
  const image = new Image();
  image.alt = "";
  image.src = new URL(`${pictures}${chart}.png`, site);
  place.append(image);
  await image.decode();
  if (image.isConnected) code.value = pictured(image);
};

const listen = (form) => {
  ({ way, width, language, theme, pin, code, copy } = form.elements);
  place = dialog.querySelector(".preview");
  status = dialog.querySelector("[role=status]");
  site = new URL(dialog.dataset.root, location.href.split(/[?#]/)[0]);
  form.onchange = show;
  copy.onclick = async () => {
    code.select();
    try {
      await navigator.clipboard.writeText(code.value);
      status.textContent = copy.dataset.done;
    } catch {
      status.textContent = copy.dataset.failed;
    }
  };
};

/** Opens a dialog over the page; the link that led to it takes the focus back. */
const open = (dialog, link) => {
  // The dialog itself is seen only as what lies around its content.
  dialog.onclick = ({ target }) => target === dialog && dialog.close();
  dialog.onclose = () => link.focus();
  dialog.showModal();
};

/** Opens the dialog for the chart whose link was followed. */
export const embed = (link) => {
  const found = document.getElementById("embed");
  if (found !== dialog) {
    dialog = found;
    frame.remove();
    frame.removeAttribute("src");
    listen(dialog.querySelector("form"));
  }
  chart = link.closest("figure").id;
  frame.title = place.getAttribute("aria-label");
  open(dialog, link);
  show();
};

// The picture of a chart to keep. It is shown in the page, because browsers inside of other apps save
// no files, but let a picture be held.
export const picture = (link) => {
  const dialog = document.getElementById("picture");
  const [save, share, copy, copyLink, close] = dialog.querySelectorAll("a, button");
  const said = dialog.querySelector("[role=status]");
  const say = (text) => (said.textContent = text);
  const { id } = link.closest("figure");
  const words = (part) => document.getElementById(`${id}-${part}`).textContent.trim();
  const address = `${location.href.split("#")[0]}#${id}`;
  const title = words("heading");
  let fetched;
  const forget = () => (fetched = undefined);
  const blob = () => {
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
  act(share, async () => navigator.share({ ...file(await blob()), title, url: address }));
  act(copy, () => navigator.clipboard.write([new ClipboardItem({ "image/png": blob() })]));
  act(copyLink, () => navigator.clipboard.writeText(address));
  save.href = link.href;
  save.download = link.closest("p").querySelector('[download$=".png"]').download;
  save.onclick = () => say(save.dataset.done);
  share.hidden = !navigator.canShare?.(file(""));
  copy.hidden = !navigator.clipboard?.write || !window.ClipboardItem;
  close.onclick = () => dialog.close();
  say("");
  const image = new Image();
  image.alt = `${title}. ${words("takeaway")}`;
  // From now on the browser has it, and a press need not wait for it.
  image.onload = () => blob().catch(forget);
  image.onerror = () => say(dialog.dataset.failed);
  image.src = link.href;
  dialog.querySelector(".shown").replaceChildren(image);
  open(dialog, link);
};
