// What a reader filled in on the page, carried over to the form that goes on paper.

import { h } from "../shared/dom.js";

const TICKS = "input[type=checkbox], input[type=radio]";

/**
 * Both forms ask the same in the same order; where they do not, nothing is carried over.
 * @param {Element} page
 * @returns {(() => void)[]} what takes it back, so that nothing stays where nothing is to be kept
 */
export function fillIn(page) {
  return [...page.querySelectorAll('.pl-widget[data-module="form"]')].flatMap((widget) => {
    const live = widget.querySelector(":scope > .pl-mount");
    const paper = widget.querySelector(":scope > .pl-fallback");
    return live && paper ? [...ticks(live, paper), ...words(live, paper)] : [];
  });
}

/**
 * @template {Element} T
 * @param {Element} live
 * @param {Element} paper
 * @param {string} selector
 * @returns {[T, T][]}
 */
function pairs(live, paper, selector) {
  const from = /** @type {T[]} */ ([...live.querySelectorAll(selector)]);
  const to = /** @type {T[]} */ ([...paper.querySelectorAll(selector)]);
  if (from.length !== to.length) return [];
  return from.flatMap((one, at) => {
    const other = to[at];
    return other ? [/** @type {[T, T]} */ ([one, other])] : [];
  });
}

/**
 * @param {Element} live
 * @param {Element} paper
 */
function ticks(live, paper) {
  /** @type {[HTMLInputElement, HTMLInputElement][]} */
  const both = pairs(live, paper, TICKS);
  return both
    .filter(([one]) => one.checked)
    .map(([, other]) => {
      other.checked = true;
      return () => {
        other.checked = false;
      };
    });
}

/**
 * @param {Element} live
 * @param {Element} paper
 */
function words(live, paper) {
  /** @type {[HTMLTextAreaElement, HTMLTextAreaElement][]} */
  const both = pairs(live, paper, "textarea");
  return both
    .filter(([one]) => one.value.trim())
    .map(([one, other]) => {
      // A field may be lower than its words; a paragraph never is.
      const text = h("span", { class: "pl-typed pl-typed-on-paper" }, one.value.trim());
      other.after(text);
      return () => text.remove();
    });
}
