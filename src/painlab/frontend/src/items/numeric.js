// A number to write.

import { h } from "../shared/dom.js";
import { readNumber, writeNumber } from "../shared/number.js";
import { fill, weave } from "../shared/say.js";
import * as t from "../shared/strings.js";
import { paragraphs, words } from "../shared/text.js";

/** @typedef {import("../shared/text.js").Blocks} Blocks */
/** @typedef {import("../shared/text.js").Token} Token */
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
    h("label", { for: uid }, t.numeric_field),
    h("span", {}, field, item.unit),
  );
  return {
    element,
    read() {
      const value = readNumber(field.value);
      const problem = field.value.trim() ? t.numeric_unreadable : t.numeric_missing;
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
      const side = value < item.answer ? t.numeric_low : t.numeric_high;
      const wrong = {
        lead: [fill(t.numeric_yours, { number: writeNumber(value) + item.unit })],
        body: hint ? paragraphs(hint.explain) : [h("p", {}, side)],
      };
      const right = {
        lead: weave(t.numeric_answer, { answer: words(item.answerText) }),
        body: paragraphs(item.explain),
      };
      return {
        correct,
        head: correct ? t.verdict_right_head : t.verdict_wrong_head,
        parts: correct ? [right] : [wrong, right],
        others: [],
      };
    },
  };
}
