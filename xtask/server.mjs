// Serves a folder on localhost as a real server would: `node xtask/server.mjs <folder> <port> [<policy>]`.
// The last is a file with a Content-Security-Policy, as the build leaves one for web servers.
//
// sirv finds the files, their types and the compressed copies beside them. Here is what it leaves
// to its user: which file an address means, the page for what is not there, and the headers.
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { basename, join } from "node:path";

import sirv from "sirv";

const [folder, port, policy] = process.argv.slice(2);

const headers = (response, path) => {
  // A file of this folder has the hash of its contents in its name; all others are asked for anew.
  const cached = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  response.setHeader("Cache-Control", cached);
  // A page in a sandboxed frame has the origin `null`, and may load its scripts all the same.
  response.setHeader("Access-Control-Allow-Origin", "*");
  // The edition in one file has its scripts inside, and is for keeping.
  if (path.startsWith("/dak-so.html")) return response.setHeader("Content-Disposition", "attachment");
  if (!policy) return;
  // Read anew, because a rebuilt site may have another; who may frame what differs from page to page.
  const [named] = readFileSync(policy, "utf8").trim().split("; frame-ancestors");
  response.setHeader("Content-Security-Policy", named);
};

const notFound = (request, response) => {
  headers(response, "");
  const page = join(folder, "404.html");
  if (!existsSync(page)) return response.writeHead(404).end();
  response.writeHead(404, { "Content-Type": "text/html;charset=utf-8" });
  createReadStream(page).pipe(response);
};

const files = sirv(folder, {
  brotli: true,
  gzip: true,
  // Each file is read anew, so that a rebuilt site is there at once: to a browser that has kept the one
  // before, its worker offers it as a new version.
  dev: true,
  etag: true,
  // An address means the file of this name and no other.
  extensions: [],
  setHeaders: headers,
  onNoMatch: notFound,
});

const server = createServer((request, response) => {
  const [path, query] = request.url.split(/(?=\?)/);
  if (path.endsWith("/")) {
    request.url = `${path}index.html`;
  } else if (existsSync(join(folder, path, "index.html"))) {
    // Without the slash, relative links would lead one folder too high.
    response.writeHead(301, { Location: `./${basename(path)}/${query ?? ""}` }).end();
    return;
  }
  files(request, response);
});

server.on("error", (error) => {
  console.error(`error: the site cannot be served on port ${port}: ${error.message}`);
  process.exitCode = 1;
});
server.listen(Number(port), "127.0.0.1");
