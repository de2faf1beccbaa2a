// What a number is stands in a note beside it; Escape sends the note away.

/** @param {HTMLElement} root a quiz, form or piece */
export function quietNotes(root) {
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape") root.classList.add("pl-notes-off");
  });
  for (const event of ["focusin", "pointerover"]) {
    root.addEventListener(event, () => root.classList.remove("pl-notes-off"));
  }
}
