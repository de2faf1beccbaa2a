// What the reader does with what is kept: take it along as a file, or erase it.

import { h } from "../shared/dom.js";

/** @param {string} json */
export function saveFile(json) {
  const address = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  h("a", { href: address, download: "my-answers.json" }).click();
  // The browser reads the file a moment after the click.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/**
 * A button that acts at the second tap, and forgets the first when the reader goes elsewhere.
 * @param {string} style class of the button
 * @param {string} ask
 * @param {string} sure what it says after the first tap
 * @param {(done: boolean) => void} act called at each tap; true at the second
 */
export function twoTaps(style, ask, sure, act) {
  const button = h("button", { type: "button", class: style }, ask);
  button.addEventListener("click", () => {
    const done = button.textContent === sure;
    button.textContent = done ? ask : sure;
    act(done);
  });
  button.addEventListener("blur", () => (button.textContent = ask));
  return button;
}
