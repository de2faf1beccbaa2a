// What a row of an answered question shows: right or not, in words and by its border.

import { h } from "../shared/dom.js";

/** @param {string} text */
export const badge = (text) => h("span", { class: "pl-badge" }, text);

/**
 * @param {Element} row
 * @param {boolean | null} right null for a row that is neither
 * @param {string} text empty for none
 */
export function mark(row, right, text) {
  row.classList.toggle("pl-is-right", right === true);
  row.classList.toggle("pl-is-wrong", right === false);
  if (text) row.append(badge(text));
}

/** @param {Element} row */
export function unmark(row) {
  mark(row, null, "");
  row.querySelector(".pl-badge")?.remove();
}
