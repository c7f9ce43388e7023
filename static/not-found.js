// Leads home from an address that leads nowhere.
//
// A server shows 404.html at any depth, and the address alone does not tell which of its folders is
// the one of the site. Only there lies the icon, whose name is the hash of its bytes. The links of the
// page are written as from that folder.
(async () => {
  const icon = document.querySelector("link[rel=icon]").getAttribute("href");
  const parts = location.pathname.split("/");
  // An address may have more slashes than a server should be asked about.
  const folders = parts.slice(1, 16).map((_, depth) => `${location.origin}${parts.slice(0, depth + 1).join("/")}/`);
  const look = async (folder) => {
    const { ok } = await fetch(folder + icon, { method: "HEAD" });
    return ok ? folder : Promise.reject();
  };
  const site = await Promise.any(folders.map(look));
  for (const link of document.querySelectorAll("[href]")) link.href = new URL(link.getAttribute("href"), site);
})().catch(() => {
  // Nobody answers, so the links stay as they are.
});
