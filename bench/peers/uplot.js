import uPlot from "uplot";
import { AXIS_END, BARS, colors, interactive, labels, names, place, TITLE, UNIT, values } from "./chart.js";

const at = BARS.map((_, index) => index);

// uPlot has no labels at its bars; this is the least that draws them.
const valueLabels = (chart) => {
  const { ctx } = chart;
  ctx.font = `700 ${14 * devicePixelRatio}px sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "bottom";
  ctx.fillStyle = "#1a2026";
  for (const index of at) {
    const x = chart.valToPos(index, "x", true);
    ctx.fillText(labels[index], x, chart.valToPos(values[index], "y", true) - 4);
  }
};

const chart = new uPlot(
  {
    title: `${TITLE}, ${UNIT}`,
    width: place.clientWidth,
    height: 160,
    scales: { x: { time: false, range: [-0.5, 1.5] }, y: { range: [0, AXIS_END + 3] } },
    axes: [{ splits: at, values: () => names, grid: { show: false } }, {}],
    series: [
      { label: "Tỉnh", value: (_, index) => names[index] ?? "" },
      {
        label: UNIT,
        paths: uPlot.paths.bars({
          size: [0.6],
          disp: { fill: { unit: 3, values: () => colors } },
        }),
        points: { show: false },
        value: (_, __, ___, index) => labels[index] ?? "",
      },
    ],
    hooks: { draw: [valueLabels] },
  },
  [at, values],
  // It draws in a microtask of its own, after which it is ready.
  (chart, init) => {
    place.append(chart.root);
    init();
  },
);
queueMicrotask(() => interactive(() => chart.cursor.idx != null && chart.cursor.left >= 0));
