// Notes beside numbers open on hover and focus by CSS alone. This adds two things: a first tap opens
// the note instead of following the link, and Escape closes a note without moving the focus.

const SHUT = "pl-shut";

/** @type {{note: Element, open: boolean} | null} */
let tapped = null;

/** @param {EventTarget | null} target */
const noteOf = (target) => (target instanceof Element ? target.closest(".pl-ev") : null);

document.addEventListener("pointerdown", ({ target, pointerType }) => {
  const note = noteOf(target);
  tapped = null;
  if (!note || pointerType === "mouse") return;
  const focused = note.contains(document.activeElement);
  tapped = { note, open: focused && !note.classList.contains(SHUT) };
});
document.addEventListener("click", (event) => {
  const note = noteOf(event.target);
  if (note && tapped?.note === note && !tapped.open) {
    event.preventDefault();
    note.classList.remove(SHUT);
    note.querySelector("a")?.focus();
  }
  tapped = null;
});
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const note of document.querySelectorAll(".pl-ev:hover, .pl-ev:focus-within")) {
    note.classList.add(SHUT);
  }
});

/** @param {FocusEvent | PointerEvent} event */
function reopen({ target, relatedTarget }) {
  const note = noteOf(target);
  if (note && !note.contains(/** @type {Node | null} */ (relatedTarget))) note.classList.remove(SHUT);
}
document.addEventListener("focusout", reopen);
document.addEventListener("pointerout", reopen);
