import uPlot from "uplot";
import { AXIS_END, BARS, interactive, names, place, TITLE, UNIT } from "./chart.js";

const at = BARS.map((_, index) => index);

// uPlot has no labels at its bars; this is the least that draws them.
const valueLabels = (chart) => {
  const { ctx } = chart;
  ctx.font = `700 ${14 * devicePixelRatio}px sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "bottom";
  ctx.fillStyle = "#1a2026";
  BARS.forEach(({ label, value }, index) => {
    const x = chart.valToPos(index, "x", true);
    ctx.fillText(label, x, chart.valToPos(value, "y", true) - 4);
  });
};

const chart = new uPlot(
  {
    title: TITLE,
    width: place.clientWidth,
    height: 180,
    scales: { x: { time: false, range: [-0.5, 1.5] }, y: { range: [0, AXIS_END + 3] } },
    axes: [{ splits: () => at, values: () => names, grid: { show: false } }, { label: UNIT }],
    // A series for each bar, because a series has one colour.
    series: [
      { label: "Tỉnh", value: (_, index) => names[index] ?? "" },
      ...BARS.map(({ name, label, color }) => ({
        label: name,
        fill: color,
        paths: uPlot.paths.bars({ size: [0.6] }),
        points: { show: false },
        value: (_, value) => (value == null ? "" : label),
      })),
    ],
    hooks: { draw: [valueLabels] },
  },
  [at, ...at.map((bar) => BARS.map(({ value }, index) => (index === bar ? value : null)))],
  place,
);
// It draws in a microtask of its own, which comes before this one.
queueMicrotask(() => interactive(() => chart.cursor.idx != null && chart.cursor.left >= 0));
