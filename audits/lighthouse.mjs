// Has Lighthouse judge the views of a built site: `node lighthouse.mjs SITE POLICY`, with CHROMIUM naming the
// browser. Pages come with the policy in the file, so what it forbids is among what is judged.
//
// Every view is loaded on a phone, the start page on a desktop too. Accessibility, best practices and
// SEO must come to 100. How quick a page is depends on the machine; `cargo xtask bench` measures that.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { connect, createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

// The charts for other people's pages, which search engines are told to pass by.
const EMBEDS = ["nhung/", "en/embed/"];

const CATEGORIES = ["accessibility", "best-practices", "seo"];

const CHROME_FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const SETTINGS = {
  onlyCategories: CATEGORIES,
  // Nothing here is measured in time, so no page need be slowed down or photographed. This way of slowing
  // is computed from what was measured; with the others Lighthouse waits 11 s a page.
  throttlingMethod: "simulate",
  disableFullPageScreenshot: true,
  networkQuietThresholdMs: 0,
  pauseAfterFcpMs: 0,
  // The app has to have come to life: its errors, if any, are among what is judged.
  pauseAfterLoadMs: 1000,
  cpuQuietThresholdMs: 200,
};

const FORMS = {
  phone: { extends: "lighthouse:default", settings: SETTINGS },
  desktop: { ...desktopConfig, settings: { ...desktopConfig.settings, ...SETTINGS } },
};

const here = path.dirname(fileURLToPath(import.meta.url));
const [site, policy] = process.argv.slice(2).map((file) => path.resolve(file));

const port = await freePort();
const program = path.join(here, "../xtask/server.mjs");
const server = spawn(process.execPath, [program, site, `${port}`, policy], { stdio: "inherit" });
const chrome = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: CHROME_FLAGS });
try {
  await answers(port);
  const runs = [["", "desktop"], ...(await views(site)).map((view) => [view, "phone"])];
  let failed = 0;
  console.log(`${"page".padEnd(40)} ${"form".padEnd(8)} ${CATEGORIES.join("  ")}`);
  for (const [view, form] of runs) {
    if (!(await judge(view, form))) failed += 1;
  }
  console.log(`${runs.length - failed} of ${runs.length} pages have 100 in every category.`);
  process.exitCode = failed ? 1 : 0;
} finally {
  chrome.kill();
  server.kill();
}

// Prints a row of the table, with what cost points below it, and tells whether nothing did.
async function judge(view, form) {
  const address = `http://localhost:${port}/${view}`;
  const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error" }, FORMS[form]);
  if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
  const scores = CATEGORIES.map((id) => Math.round(lhr.categories[id].score * 100));
  const cells = scores.map((score, index) => `${score}`.padStart(CATEGORIES[index].length));
  console.log(`${`/${view}`.padEnd(40)} ${form.padEnd(8)} ${cells.join("  ")}`);
  for (const id of CATEGORIES) {
    for (const { id: audit, weight } of lhr.categories[id].auditRefs) {
      const { score, scoreDisplayMode, title, details } = lhr.audits[audit];
      if (scoreDisplayMode === "error") throw new Error(`${address}: ${audit} did not run`);
      if (weight > 0 && score !== null && score < 1) {
        console.log(`  ${id}: ${title} (${audit})`);
        for (const item of details?.items ?? []) console.log(`    ${shown(item)}`);
      }
    }
  }
  return scores.every((score) => score === 100);
}

function shown({ node, ...item }) {
  return node ? `${node.selector}: ${node.explanation ?? node.snippet}` : JSON.stringify(item);
}


// Every page of the site; of pages that stand side by side in a folder which is none itself, as those
// of the single figures do, one stands for all.
async function views(folder, below = "") {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const inside = [];
  for (const name of folders.sort()) inside.push(...(await views(folder, `${below}${name}/`)));
  if (EMBEDS.includes(below)) return [];
  if (existsSync(path.join(folder, below, "index.html"))) return [below, ...inside];
  return inside.slice(0, 1);
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

async function answers(port) {
  for (;;) {
    if (server.exitCode !== null) throw new Error("the server ended");
    try {
      const socket = connect(port, "127.0.0.1");
      await once(socket, "connect");
      socket.destroy();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
