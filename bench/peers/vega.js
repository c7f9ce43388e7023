import embed from "vega-embed";
import { AXIS_END, BARS, colors, interactive, names, place, TITLE, UNIT } from "./chart.js";

const y = { field: "name", type: "nominal", sort: null, title: null };
const x = { field: "value", type: "quantitative", title: null, scale: { domain: [0, AXIS_END] } };

await embed(
  place,
  {
    title: { text: TITLE, subtitle: UNIT },
    width: "container",
    height: 120,
    data: { values: BARS },
    encoding: { x, y },
    layer: [
      {
        mark: "bar",
        encoding: {
          tooltip: [
            { field: "name", title: TITLE },
            { field: "label", title: UNIT },
          ],
          color: { field: "name", legend: null, scale: { domain: names, range: colors } },
        },
      },
      {
        mark: { type: "text", align: "right", dx: -4, color: "white", fontWeight: "bold" },
        encoding: { text: { field: "label" } },
      },
    ],
  },
  { actions: false },
);

interactive(() => document.querySelector("#vg-tooltip-element.visible") !== null);
