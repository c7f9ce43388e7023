import { barX, plot, text } from "@observablehq/plot";
import { AXIS_END, BARS, interactive, place, TITLE, UNIT } from "./chart.js";

const figure = plot({
  title: TITLE,
  width: place.clientWidth,
  height: 170,
  marginLeft: 120,
  marginRight: 40,
  x: { domain: [0, AXIS_END], label: UNIT },
  y: { domain: BARS.map((bar) => bar.name), label: null },
  marks: [
    barX(BARS, { x: "value", y: "name", fill: "color", tip: true }),
    text(BARS, { x: "value", y: "name", text: "label", textAnchor: "start", dx: 4 }),
  ],
});
place.append(figure);

interactive(() => place.querySelector("[aria-label=tip] path") !== null);
