// Texts to match: a list to choose from beside each.

import { h } from "../shared/dom.js";
import { mark, unmark } from "./marks.js";
import { fill } from "../shared/say.js";
import { mixed } from "./shuffle.js";
import * as t from "../shared/strings.js";
import { inline, paragraphs } from "../shared/text.js";

/** @typedef {import("../shared/text.js").Blocks} Blocks */
/** @typedef {import("./item.js").Control} Control */

/**
 * @typedef {object} MatchItem
 * @property {{text: Blocks, match: number, explain: Blocks}[]} pairs
 * @property {string[]} matches
 * @property {number[]} [order] in which the matches are listed
 * @property {Blocks} [explain] said to everyone
 */

/**
 * @param {MatchItem} item
 * @param {string} uid
 * @returns {Control}
 */
export function match(item, uid) {
  const { pairs, matches } = item;
  const first = item.order ?? matches.map((_, i) => i);
  const fields = pairs.map((_, i) => h("select", { id: `${uid}-${i}` }));
  const rows = pairs.map(({ text }, i) =>
    h("div", { class: "pl-row" }, h("label", { for: `${uid}-${i}` }, ...inline(text)), fields[i]),
  );

  /** @param {number} round */
  function begin(round) {
    const order = item.order ? mixed(first, round) : first;
    for (const field of fields) {
      const choices = order.map((i) => h("option", { value: i }, matches[i]));
      field.replaceChildren(h("option", { value: "" }, t.match_choose), ...choices);
    }
  }

  begin(0);
  return {
    element: h("div", { class: "pl-rows" }, ...rows),
    read() {
      const field = fields.find(({ value }) => !value);
      return field ? { problem: t.match_missing, field } : { value: fields.map((one) => Number(one.value)) };
    },
    show(value) {
      const fits = Array.isArray(value) && value.length === pairs.length;
      if (!fits || !value.every((i) => Number.isInteger(i) && matches[i] !== undefined)) return false;
      fields.forEach((field, i) => (field.value = String(value[i])));
      return true;
    },
    lock(value) {
      rows.forEach((row, i) => {
        const right = value[i] === pairs[i]?.match;
        mark(row, right, right ? t.badge_right : t.badge_yours);
      });
      for (const field of fields) field.disabled = true;
    },
    open(round) {
      rows.forEach(unmark);
      for (const field of fields) field.disabled = false;
      begin(round);
    },
    judge: (value) => judge(item, value),
  };
}

/**
 * @param {MatchItem} item
 * @param {number[]} value
 * @returns {import("./item.js").Verdict}
 */
function judge({ pairs, matches, explain: all = [] }, value) {
  const rows = pairs.map(({ text, match: better, explain }, i) => {
    const told = (/** @type {string} */ template, /** @type {number} */ option) =>
      h("p", {}, fill(template, { option: matches[option] ?? "" }));
    const said =
      value[i] === better
        ? [told(t.match_right, better)]
        : [told(t.choice_yours, value[i] ?? -1), told(t.choice_better, better)];
    return h("li", {}, h("p", { class: "pl-lead" }, ...inline(text)), ...said, ...paragraphs(explain));
  });
  const correct = pairs.every((pair, i) => pair.match === value[i]);
  return {
    correct,
    head: correct ? t.verdict_right_head : t.verdict_wrong_head,
    parts: [{ lead: [], body: [h("ul", { class: "pl-verdicts" }, ...rows), ...paragraphs(all)] }],
    others: [],
  };
}
