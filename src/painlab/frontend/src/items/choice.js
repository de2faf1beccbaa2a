// Choices: one right option, several, or true and false.

import { h } from "../shared/dom.js";
import { mark, unmark } from "./marks.js";
import { weave } from "../shared/say.js";
import { mixed } from "./shuffle.js";
import * as t from "../shared/strings.js";
import { inline, paragraphs } from "../shared/text.js";

/** @typedef {import("../shared/text.js").Blocks} Blocks */
/** @typedef {import("./item.js").Control} Control */
/** @typedef {import("./item.js").Verdict} Verdict */
/** @typedef {{text: Blocks, correct: boolean, explain: Blocks}} Option */

/**
 * @param {{kind: string, options: Option[], order?: number[]}} item `order`: in which options stand
 * @param {string} uid
 * @returns {Control}
 */
export function choice({ kind, options, order }, uid) {
  const several = kind === "multiple";
  const inputs = options.map((_, i) =>
    h("input", { type: several ? "checkbox" : "radio", name: uid, value: i }),
  );
  const rows = options.map((option, i) =>
    h(
      "label",
      { class: "pl-option" },
      /** @type {HTMLInputElement} */ (inputs[i]),
      h("span", {}, ...inline(option.text)),
    ),
  );
  const element = h("div", { class: "pl-options" }, ...rows);
  const arrange = (/** @type {number} */ round) => {
    if (order) element.append(...mixed(order, round).flatMap((i) => rows[i] ?? []));
  };
  arrange(0);
  const chosen = () => inputs.flatMap((input, i) => (input.checked ? [i] : []));

  return {
    element,
    read() {
      const picked = chosen();
      if (!picked.length) {
        const problem = several ? t.choice_missing_several : t.choice_missing;
        // The first one as shown, which need not be the bank's first.
        return { problem, field: element.querySelector("input") ?? undefined };
      }
      return { value: several ? picked : picked[0] };
    },
    show(value) {
      const picked = several ? value : [value];
      if (!Array.isArray(picked) || !picked.every((i) => Number.isInteger(i) && options[i])) return false;
      inputs.forEach((input, i) => (input.checked = picked.includes(i)));
      return true;
    },
    lock() {
      rows.forEach((row, i) => {
        const [input, option] = [inputs[i], options[i]];
        if (!input || !option) return;
        input.disabled = true;
        const badges = [input.checked && t.badge_yours, option.correct && t.badge_right];
        const right = option.correct || (input.checked ? false : null);
        mark(row, right, badges.filter(Boolean).join(", "));
      });
    },
    open(round) {
      for (const input of inputs) input.disabled = input.checked = false;
      rows.forEach(unmark);
      arrange(round);
    },
    judge: (value) => judge(options, several ? value : [value], several),
  };
}

/**
 * @param {Option[]} options
 * @param {number[]} picked
 * @param {boolean} several
 * @returns {Verdict}
 */
function judge(options, picked, several) {
  const mine = (/** @type {Option} */ option) => picked.includes(options.indexOf(option));
  const missed = options.filter((option) => option.correct !== mine(option));
  const correct = missed.length === 0;
  // What was chosen comes before what would have been right.
  const spoken = correct
    ? options.filter(mine)
    : [...missed.filter(mine), ...missed.filter((option) => !mine(option))];
  const opening = (/** @type {Option} */ option) => {
    if (correct) return several ? inline(option.text) : [];
    const told = mine(option) ? t.choice_yours : several ? t.choice_left_out : t.choice_better;
    return weave(told, { option: inline(option.text) });
  };
  const others = options.filter((option) => !spoken.includes(option));
  return {
    correct,
    head: correct ? t.verdict_right_head : t.verdict_wrong_head,
    parts: spoken.map((option) => ({ lead: opening(option), body: paragraphs(option.explain) })),
    others: others.map((option) => ({
      lead: inline(option.text),
      body: paragraphs(option.explain),
    })),
  };
}
