// Runs before anything is seen, so that no page is seen in one scheme first and then in the other:
// says that scripts run, what of the page is needed at first, which side of the charts the
// address asks for, and which scheme the reader has chosen in place of the system's, or chooses before the app is
// there. Says so too when what starts the app hangs.
{
  const PATIENCE = 500;
  const { dataset } = document.documentElement;
  dataset.js = "";
  // The document of the app alone, which says where the site is, has no view to wait for.
  if (!dataset.embed && !dataset.root) {
    // Nothing is shown before an element is there. The Nu checker does not know this in HTML.
    const expect = (id) => {
      const link = document.createElement("link");
      document.head.append(Object.assign(link, { rel: "expect", href: `#${id}`, blocking: "render" }));
      return link;
    };
    // The last of what shares the first line: what comes first there makes room for what comes after.
    expect("scheme");
    // What follows the chart that is first seen: a frame with the words alone would only hold the chart up.
    // But where the line breaks off, the words do not wait for it.
    if (dataset.first) {
      const link = expect(dataset.first);
      setTimeout(() => link.remove(), PATIENCE);
    }
    // What is below the screen can wait until all is there: the style sheet leaves it out. Who comes
    // back to a place on the page needs all at once, as a frame does that tells its height.
    const [{ type } = {}] = performance.getEntriesByType("navigation");
    if (type === "navigate" && !location.hash) {
      const arrive = () => delete dataset.arriving;
      dataset.arriving = "";
      addEventListener("DOMContentLoaded", arrive);
      // After the frame that is first seen, where what follows its chart is left out altogether.
      if (dataset.first) requestAnimationFrame(() => setTimeout(arrive));
    }
  }
  // Most addresses ask for nothing.
  const { search } = location;
  const [, side] = (search && /[?&]tab=(table|source)(&|$)/.exec(search)) || [];
  if (side) dataset.tab = side;
  try {
    // In a frame, the page around has chosen.
    const [, asked] = (search && /[?&]theme=(light|dark)(&|$)/.exec(search)) || [];
    const theme = dataset.embed ? asked : localStorage.getItem("dak-so-theme");
    if (theme) dataset.theme = theme;
  } catch {
    // Where nothing can be kept, pages follow the system.
  }
  // A press before the app is there, which then says on the button what is seen, and keeps the choice.
  addEventListener("click", ({ target }) => {
    if (target.id !== "scheme" || target.ariaPressed) return;
    const isDark = dataset.theme ? dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    dataset.theme = isDark ? "light" : "dark";
  });
  const LATE = 20_000;
  setTimeout(() => {
    delete dataset.arriving;
    const said = document.getElementById("start-failed");
    if (said) said.hidden = dataset.app === "ready";
  }, LATE);
}
