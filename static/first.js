// Runs before anything is seen, so that no page is seen in one scheme first and then in the other:
// says that scripts run, and which scheme the reader has chosen in place of the system's.
document.documentElement.dataset.js = "";
try {
  const theme = localStorage.getItem("dak-so-theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Where nothing can be kept, pages follow the system.
}
