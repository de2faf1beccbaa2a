// The two menus open and close without this script. It makes their switches buttons, and leads the
// keyboard: into a menu that opens, back to its button on Escape. A menu that was left is closed, so
// that it covers nothing.

const MENUS = { __navigation: ".sidebar-drawer", __toc: ".toc-drawer" };

for (const [id, selector] of Object.entries(MENUS)) {
  const box = /** @type {HTMLInputElement | null} */ (document.getElementById(id));
  const drawer = document.querySelector(selector);
  if (box && drawer) lead(box, drawer);
}

/**
 * @param {HTMLInputElement} box its switch
 * @param {Element} drawer
 */
function lead(box, drawer) {
  const tell = () => box.setAttribute("aria-pressed", String(box.checked));

  function close() {
    box.checked = false;
    tell();
  }

  box.setAttribute("role", "button");
  tell();
  box.addEventListener("change", () => {
    tell();
    const links = [...drawer.querySelectorAll("a")];
    const first = links.find((link) => link.getClientRects().length > 0);
    if (box.checked) first?.focus({ preventScroll: true });
  });
  box.addEventListener("keydown", (event) => {
    // A button opens by Enter, too; a checkbox does not.
    if (event.key === "Enter") box.click();
  });
  drawer.addEventListener("focusout", (event) => {
    const next = /** @type {FocusEvent} */ (event).relatedTarget;
    if (next && !drawer.contains(/** @type {Node} */ (next))) close();
  });
  drawer.addEventListener("click", ({ target }) => {
    // A part of this page was chosen: it lies behind the menu.
    if (/** @type {Element} */ (target).closest('a[href^="#"]')) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.checked) return;
    close();
    box.focus();
  });
}
