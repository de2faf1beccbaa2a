// A number to write.

import { h } from "./dom.js";
import { readNumber, writeNumber } from "./number.js";
import { paragraphs, words } from "./text.js";

/** @typedef {import("./text.js").Blocks} Blocks */
/** @typedef {import("./text.js").Token} Token */
/** @typedef {import("./item.js").Control} Control */

/**
 * @typedef {object} NumericItem
 * @property {number} answer
 * @property {Token[]} answerText
 * @property {number} tolerance
 * @property {string} unit
 * @property {Blocks} explain
 * @property {{low: number | null, high: number | null, explain: Blocks}[]} hints
 */

// Decimal fractions do not add up exactly; this is far below any tolerance a bank asks for.
const ROUNDING = 1e-9;

/**
 * @param {NumericItem} item
 * @param {string} uid
 * @returns {Control}
 */
export function numeric(item, uid) {
  const field = h("input", { id: uid, type: "text", inputmode: "decimal", autocomplete: "off" });
  const element = h(
    "div",
    { class: "pl-number" },
    h("label", { for: uid }, "Your answer"),
    h("span", {}, field, item.unit),
  );
  return {
    element,
    read() {
      const value = readNumber(field.value);
      const problem = field.value.trim()
        ? "That is not a number the page can read. Write digits, for example 12 or 0.5."
        : "Write a number first.";
      return value === null ? { problem, field } : { value };
    },
    show(value) {
      if (typeof value !== "number") return false;
      field.value = writeNumber(value);
      return true;
    },
    lock: () => void (field.readOnly = true),
    open: () => void (field.readOnly = false),
    judge(value) {
      const correct = Math.abs(value - item.answer) <= item.tolerance + ROUNDING;
      const hint = item.hints.find(
        ({ low, high }) => (low === null || value >= low) && (high === null || value <= high),
      );
      const side = value < item.answer ? "That is too low." : "That is too high.";
      const wrong = {
        lead: [`You wrote ${writeNumber(value)}${item.unit}.`],
        body: hint ? paragraphs(hint.explain) : [h("p", {}, side)],
      };
      const right = {
        lead: ["The answer: ", ...words(item.answerText), "."],
        body: paragraphs(item.explain),
      };
      return {
        correct,
        head: correct ? "Yes, that is right." : "Not quite.",
        parts: correct ? [right] : [wrong, right],
        others: [],
      };
    },
  };
}
