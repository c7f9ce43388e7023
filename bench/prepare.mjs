// Writes the pages that the benchmark compares: the built site and one page for each peer.
//
//   node prepare.mjs SITE OUT
//
// OUT gets a folder for each page, every file with its brotli 11 beside it, and `pages.json`, which
// says what each page is made with.

import { build } from "esbuild";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

// The npm packages of each peer, by the name of its file and folder.
const PEERS = {
  uplot: ["uplot"],
  chartjs: ["chart.js"],
  plot: ["@observablehq/plot"],
  echarts: ["echarts"],
  vega: ["vega-embed", "vega", "vega-lite"],
};

const here = path.dirname(fileURLToPath(import.meta.url));
const [site, out] = process.argv.slice(2);

await rm(out, { recursive: true, force: true });
await cp(site, path.join(out, "site"), { recursive: true });
for (const name of Object.keys(PEERS)) await bundle(name);
await compress(out);
const made = Object.entries(PEERS).map(([page, packages]) => [page, packages.map(versioned)]);
await writeFile(path.join(out, "pages.json"), JSON.stringify(Object.fromEntries(made)));

async function bundle(name) {
  const folder = path.join(out, name);
  await mkdir(folder);
  await build({
    entryPoints: [path.join(here, "peers", `${name}.js`)],
    outfile: path.join(folder, "chart.js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    logLevel: "warning",
  });
  const shell = await readFile(path.join(here, "peers/shell.html"), "utf8");
  const style = name === "uplot" ? await readFile(stylesOfUplot(), "utf8") : "";
  await writeFile(path.join(folder, "index.html"), shell.replace("/* STYLE */", () => style));
}

function stylesOfUplot() {
  return createRequire(import.meta.url).resolve("uplot/dist/uPlot.min.css");
}

// Leaves alone what the build of the site has compressed already.
async function compress(folder) {
  const names = new Set(await readdir(folder, { recursive: true }));
  for (const name of names) {
    if (!/\.(html|js|css|wasm|svg)$/.test(name) || names.has(`${name}.br`)) continue;
    const file = path.join(folder, name);
    const bytes = await readFile(file);
    const options = {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: 22,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    };
    await writeFile(`${file}.br`, brotliCompressSync(bytes, options));
  }
}

function versioned(name) {
  const { devDependencies } = createRequire(import.meta.url)("./package.json");
  return `${name} ${devDependencies[name]}`;
}
