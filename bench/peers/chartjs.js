import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  Title,
  Tooltip,
} from "chart.js";
import { AXIS_END, colors, interactive, labels, names, place, TITLE, UNIT, values } from "./chart.js";

// Chart.js has no labels at its bars; this is the least that draws them.
const valueLabels = {
  id: "valueLabels",
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    ctx.font = "700 14px sans-serif";
    ctx.textAlign = "right";
    ctx.textBaseline = "middle";
    ctx.fillStyle = "#ffffff";
    chart.getDatasetMeta(0).data.forEach((bar, at) => ctx.fillText(labels[at], bar.x - 6, bar.y));
  },
};

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Title, Tooltip, valueLabels);

const chart = new Chart(place.appendChild(document.createElement("canvas")), {
  type: "bar",
  data: { labels: names, datasets: [{ label: UNIT, data: values, backgroundColor: colors }] },
  options: {
    indexAxis: "y",
    animation: false,
    maintainAspectRatio: false,
    scales: { x: { min: 0, max: AXIS_END } },
    plugins: { title: { display: true, text: `${TITLE}, ${UNIT}` } },
  },
});

interactive(() => chart.tooltip.opacity > 0);
