import { BarChart } from "echarts/charts";
import { GridComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { AXIS_END, BARS, interactive, names, place, TITLE, UNIT } from "./chart.js";

use([BarChart, CanvasRenderer, GridComponent, TitleComponent, TooltipComponent]);

const chart = init(place);
chart.setOption({
  animation: false,
  title: { text: TITLE, subtext: UNIT, textStyle: { fontSize: 14 } },
  tooltip: { confine: true, transitionDuration: 0 },
  grid: { top: 56, right: 48, bottom: 8, left: 8 },
  xAxis: { type: "value", max: AXIS_END },
  yAxis: { type: "category", data: names, inverse: true },
  series: {
    type: "bar",
    data: BARS.map(({ value, color }) => ({ value, itemStyle: { color } })),
    label: { show: true, position: "right", formatter: ({ dataIndex }) => BARS[dataIndex].label },
  },
});
// It draws in the next frame if it is not told to at once.
chart.getZr().flush();

interactive(() => {
  const tooltip = place.querySelector(":scope > div + div");
  const isShown = tooltip?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  return isShown === true && tooltip.textContent !== "";
});
