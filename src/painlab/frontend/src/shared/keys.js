// JupyterLab takes keys for its shortcuts unless the focused element itself forbids it: without
// this an arrow key in a group of radio buttons would move to another cell of the notebook.

/** @param {HTMLElement} root a quiz, form or piece */
export function ownKeys(root) {
  root.addEventListener("focusin", ({ target }) =>
    /** @type {Element} */ (target).setAttribute("data-lm-suppress-shortcuts", ""),
  );
}
