// Draws a ring with its number around what each selector of `rings` finds, and answers with the area of
// the window that holds all of them and what `around` finds, or with the whole window.

const { around, rings } = arguments[0];
const COLOR = "#c2185b";
const LINE = 2.5;
const GAP = 1.5;
const DISC = 25;
const MARGIN = 12;
// Without the room that is kept for a scroll bar.
const WIDTH = document.body.getBoundingClientRect().right;
const HEIGHT = innerHeight;

// What has the focus has a ring of its own.
document.activeElement.blur();

const box = (left, top, right, bottom) => ({ left, top, right, bottom });
const union = (boxes) =>
  box(
    Math.min(...boxes.map(({ left }) => left)),
    Math.min(...boxes.map(({ top }) => top)),
    Math.max(...boxes.map(({ right }) => right)),
    Math.max(...boxes.map(({ bottom }) => bottom)),
  );
const overlap = (a, b) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** Where the content of an element lies; the style gives a link more room than it shows. */
const content = (element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()];
};
const find = (selector) => [...document.querySelectorAll(selector)];
const seen = (boxes) => boxes.filter(({ width }) => width > 0);
const whole = (element) => [element.getBoundingClientRect()];
const isBare = (element) => {
  const { backgroundColor, borderBottomWidth } = getComputedStyle(element);
  return backgroundColor === "rgba(0, 0, 0, 0)" && borderBottomWidth === "0px";
};

// What a number should not cover.
const page = document.querySelector("dialog[open]") ?? document.body;
const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
const taken = [...page.querySelectorAll("button, input, img")].flatMap(whole);
while (walker.nextNode()) if (walker.currentNode.data.trim()) taken.push(...content(walker.currentNode));

const draw = (css) => {
  const mark = document.createElement("div");
  mark.className = "guide";
  // Nothing else lies above an open dialog.
  mark.popover = "manual";
  mark.style.cssText = `position:fixed;inset:auto;margin:0;padding:0;overflow:visible;box-sizing:border-box;${css}`;
  document.body.append(mark);
  mark.showPopover();
  return mark;
};
const at = ({ left, top, right, bottom }) =>
  `left:${left}px;top:${top}px;width:${right - left}px;height:${bottom - top}px;`;

const drawn = rings.map((selector) => {
  const elements = find(selector);
  const isText = elements.every((element) => isBare(element) && !element.querySelector("select, textarea, input"));
  const { left, top, right, bottom } = union(seen(elements.flatMap(isText ? content : whole)));
  const across = LINE + GAP + (isText ? 3 : 0);
  const down = LINE + GAP;
  return box(
    Math.max(left - across, 2),
    Math.max(top - down, 2),
    Math.min(right + across, WIDTH - 2),
    Math.min(bottom + down, HEIGHT - 2),
  );
});
for (const ring of drawn) draw(`${at(ring)}background:none;border:${LINE}px solid ${COLOR};border-radius:8px`);
const discs = [];
drawn.forEach(({ left, top, right, bottom }, index) => {
  const half = DISC / 2;
  const centres = [
    [right + half + 3, (top + bottom) / 2],
    [left - half - 3, (top + bottom) / 2],
    [right, top - 2],
    [left, top - 2],
    [right, bottom + 2],
    [left + 2 * DISC, top - 2],
    [right - DISC, top - 2],
  ];
  // In another ring it would be taken for that one's number.
  const isWithin = (disc) =>
    drawn.some((ring, other) => other !== index && overlap(disc, ring) > (DISC * DISC) / 2);
  const cost = (disc) =>
    [...taken, ...discs].reduce((sum, other) => sum + overlap(disc, other), isWithin(disc) ? DISC * DISC : 0);
  const disc = centres
    .map(([x, y]) => box(x - half, y - half, x + half, y + half))
    .filter(({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= WIDTH && bottom <= HEIGHT)
    .map((disc) => ({ disc, cost: cost(disc) }))
    .reduce((best, next) => (next.cost < best.cost ? next : best)).disc;
  discs.push(disc);
  draw(
    `${at(disc)}background:${COLOR};border:0;border-radius:50%;color:#fff;text-align:center;` +
      `font:700 15px/${DISC}px system-ui,sans-serif;box-shadow:0 0 0 1.5px #fff`,
  ).textContent = index + 1;
});

const area = around ? union([...seen(find(around).flatMap(whole)), ...drawn, ...discs]) : box(0, 0, WIDTH, HEIGHT);
const margin = around ? MARGIN : 0;
const x = Math.max(Math.floor(area.left - margin), 0);
const y = Math.max(Math.floor(area.top - margin), 0);
return {
  x: x + scrollX,
  y: y + scrollY,
  width: Math.min(Math.ceil(area.right + margin), WIDTH) - x,
  height: Math.min(Math.ceil(area.bottom + margin), HEIGHT) - y,
};
