// What every peer draws: the first chart of the site, in its words and colours.

export const TITLE = "Thuê bao băng rộng cố định";
export const UNIT = "thuê bao/100 dân";
export const AXIS_END = 25;

export const BARS = [
  { name: "Đắk Nông, 8/2024", value: 16.36, label: "16,36", color: "#0b5c8f" },
  { name: "Đắk Lắk, 12/2024", value: 22.86, label: "22,86", color: "#d96b0b" },
];

export const names = BARS.map((bar) => bar.name);
export const values = BARS.map((bar) => bar.value);
export const labels = BARS.map((bar) => bar.label);
export const colors = BARS.map((bar) => bar.color);

export const place = document.getElementById("chart");

// Tells the benchmark that the chart is drawn and listens, and how to see whether it shows a
// tooltip at this moment.
export function interactive(hasTooltip) {
  window.hasTooltip = hasTooltip;
  performance.mark("interactive");
}
