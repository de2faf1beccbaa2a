// A link that leaves the book gets a number, and its address stands in a list at the end.

import { h } from "../shared/dom.js";
import * as t from "../shared/strings.js";

/**
 * @param {Element} page
 * @returns {(() => void)[]} what takes it back
 */
export function collectAddresses(page) {
  /** @type {string[]} */
  const addresses = [];
  const undo = [];
  for (const link of page.querySelectorAll('a[href^="http"]')) {
    const address = link.getAttribute("href") ?? "";
    if (isShown(address, link.textContent ?? "")) continue;
    if (!addresses.includes(address)) addresses.push(address);
    const mark = h("sup", { class: "pl-address-mark" }, `[${addresses.indexOf(address) + 1}]`);
    link.after(mark);
    undo.push(() => mark.remove());
  }
  if (!addresses.length) return [];
  const rows = addresses.map((address) => h("li", {}, address));
  const list = h("section", { class: "pl-addresses" }, h("h2", {}, t.print_addresses), h("ol", {}, ...rows));
  page.append(list);
  document.documentElement.classList.add("pl-addresses-listed");
  undo.push(() => {
    list.remove();
    document.documentElement.classList.remove("pl-addresses-listed");
  });
  return undo;
}

/**
 * @param {string} address
 * @param {string} words
 */
function isShown(address, words) {
  const bare = address.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
  return words.includes(bare);
}
