// Print one part of a page and nothing around it.

/**
 * Mark the part and the way to it, which the style sheet then prints alone; afterwards take the
 * marks away.
 * @param {HTMLElement} part
 */
export function printOnly(part) {
  /** @type {Element[]} */
  const path = [];
  for (let above = part.parentElement; above; above = above.parentElement) path.push(above);
  const mark = (/** @type {boolean} */ on) => {
    part.classList.toggle("pl-print-this", on);
    for (const above of path) above.classList.toggle("pl-print-path", on);
    document.documentElement.classList.toggle("pl-printing", on);
  };
  // Not every phone tells when it has printed; there the next touch does.
  const events = ["afterprint", "pointerdown", "keydown"];
  const restore = () => {
    mark(false);
    for (const event of events) window.removeEventListener(event, restore);
  };
  mark(true);
  for (const event of events) window.addEventListener(event, restore);
  window.print();
}
