// Moves the answers of a page to its end, under numbers that stand at the questions, too.

import { h } from "../shared/dom.js";
import { fill } from "../shared/say.js";
import * as t from "../shared/strings.js";

/** Quizzes that course.css leaves off the paper: they need no answers there. */
const NOT_PRINTED = [
  '.pl-kind-decision-aid .pl-widget',
  '.pl-kind-closing .pl-widget[data-module="quiz"]',
  "section:has(> .pl-practice-card) > .pl-widget",
].join(", ");

/**
 * @param {Element} page
 * @returns {(() => void)[]} what takes it back
 */
export function collectAnswers(page) {
  const found = [...page.querySelectorAll("details.pl-answer")].filter(
    (one) => !one.closest(NOT_PRINTED),
  );
  if (!found.length) return [];
  const list = h("section", { class: "pl-answers" }, h("h2", {}, t.print_answers));
  const undo = [() => list.remove()];
  let n = 0;
  for (const one of found) {
    const details = /** @type {HTMLDetailsElement} */ (one);
    const asked = legendOf(details);
    const number = details.closest(".pl-form") ? "" : fill(t.print_question, { n: (n += 1) });
    if (number && asked) {
      const mark = h("span", { class: "pl-number-on-paper" }, number);
      asked.prepend(mark);
      undo.push(() => mark.remove());
    }
    // First the copy of the question: the number it got is not part of it.
    const entry = h("div", { class: "pl-answer-on-paper" }, heading(number, asked));
    undo.push(move(details, entry));
    list.append(entry);
  }
  page.append(list);
  return undo;
}

/** @param {Element} details */
function legendOf(details) {
  const before = details.previousElementSibling;
  return before?.querySelector(":scope > legend") ?? null;
}

/**
 * @param {string} number
 * @param {Element | null} asked
 */
function heading(number, asked) {
  const copy = /** @type {Element | undefined} */ (asked?.cloneNode(true));
  copy?.querySelectorAll(".pl-count, .pl-note, .pl-number-on-paper").forEach((one) => one.remove());
  const words = copy?.textContent?.trim();
  return h("p", { class: "pl-asked" }, number && h("strong", {}, `${number}. `), words);
}

/**
 * @param {HTMLDetailsElement} details
 * @param {Element} target
 */
function move(details, target) {
  const place = document.createComment("");
  const { open } = details;
  details.replaceWith(place);
  details.open = true;
  target.append(details);
  return () => {
    details.open = open;
    place.replaceWith(details);
  };
}
