// The evidence card of a mark on the picture that a chart was written as: before the app is there, and
// where it never comes or has failed. A live chart lies over its picture, so that none is found there.
//
// A mark says which figure it is of, and the page holds the card of each in a template. Between a mark and its
// card, and between that and the mouse, the build puts the distances of live charts.
(() => {
  const card = document.createElement("div");
  // So that the focus stays when the reader presses somewhere on it.
  card.tabIndex = -1;
  let shown, pointer;

  // On top of a bar lie its parts and its lighter end.
  const markAt = ({ target, clientX, clientY }) =>
    target.closest?.(".still") && document.elementsFromPoint(clientX, clientY).find((one) => one.dataset.mark);
  const isPinned = () => shown && card.matches(".pinned");
  const hide = () => {
    shown = undefined;
    card.remove();
  };
  const place = () => {
    const around = card.parentNode.getBoundingClientRect();
    const { left, width, top, bottom } = shown.getBoundingClientRect();
    const rightmost = around.width - card.offsetWidth;
    const centred = left - around.left + (width - card.offsetWidth) / 2;
    const x = pointer - around.left;
    const beside = [x + CARD_ASIDE, x - CARD_ASIDE - card.offsetWidth].find((side) => side >= 0 && side <= rightmost);
    // On a phone the style sheet docks it.
    card.style.left = `${beside ?? Math.max(0, Math.min(centred, rightmost))}px`;
    card.style.top = `${bottom - around.top + CARD_DISTANCE}px`;
    const placed = card.getBoundingClientRect();
    const above = top - CARD_DISTANCE - placed.height;
    const covered = bottom - placed.top;
    // Only one that is docked can cover its mark, and only one that floats can reach below the screen.
    if (covered > 0) isPinned() && scrollBy({ top: covered, behavior: "instant" });
    else if (placed.bottom > innerHeight && above >= 0) card.style.top = `${above - around.top}px`;
  };
  const show = (mark, className, { clientX }) => {
    shown = mark;
    pointer = clientX;
    card.className = className;
    card.replaceChildren(document.querySelector(`[data-card="${mark.dataset.mark}"]`).content.cloneNode(true));
    mark.closest(".plot").append(card);
    place();
  };

  addEventListener("pointermove", (event) => {
    const isLive = event.target.localName === "canvas";
    // A finger that scrolls is not pointing, and a live chart has cards of its own.
    if (event.pointerType !== "mouse" || (isLive && !shown)) return;
    // What was chosen stays, until the live chart has cards of its own; and what the mouse has reached.
    if ((isPinned() && !isLive) || card.contains(event.target)) return;
    const mark = markAt(event);
    if (!mark) hide();
    else if (mark !== shown) show(mark, "card open", event);
  });
  document.documentElement.addEventListener("pointerleave", () => isPinned() || hide());
  addEventListener("click", (event) => {
    const { target } = event;
    const mark = markAt(event);
    const again = mark === shown;
    // The rest of the card is there to be read and selected.
    if (card.contains(target) ? target.className !== "close" : mark && again && !isPinned()) {
      card.classList.add("pinned");
      place();
      return;
    }
    hide();
    if (mark && !again) show(mark, "card open pinned", event);
  });
  addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  // A card lasts as long as the reader is at it.
  addEventListener("focusin", () => card.matches(":focus-within") || hide());
})();
