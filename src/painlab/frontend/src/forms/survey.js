// A survey: the same statements twice. The second time shows what has changed, in words; no score.

import { option } from "./checklist.js";
import { h } from "../shared/dom.js";
import { isObject } from "../storage/migrate.js";
import { pick, picked, readPicks } from "./picks.js";
import { fill } from "../shared/say.js";
import * as t from "../shared/strings.js";
import { inline, paragraphs } from "../shared/text.js";

/** @typedef {import("../shared/text.js").Blocks} Blocks */
/** @typedef {{id: string, text: Blocks, explain: Blocks}} Statement */

/**
 * Say how an answer moved, in the words of the scale.
 * @param {string[]} scale
 * @param {number | undefined} before
 * @param {number | undefined} after
 * @param {boolean} compared whether there was a first time at all
 */
export function change(scale, before, after, compared) {
  const word = (/** @type {number | undefined} */ i) => scale[i ?? -1] ?? t.form_no_answer;
  if (before === undefined && after === undefined) return t.form_no_answer;
  if (!compared) return fill(t.form_now_only, { after: word(after) });
  if (before === after) return fill(t.form_same, { after: word(after) });
  return fill(t.form_before_after, { before: word(before), after: word(after) });
}

/**
 * @param {{id: string, statements: Statement[], scale: string[]}} form
 * @param {import("../form.js").Context} context
 * @returns {import("../form.js").View}
 */
export function survey({ id, statements, scale }, context) {
  const { uid, occasion } = context;
  const read = (/** @type {any} */ value) => readPicks(value, statements, () => scale.length);
  const keep = (/** @type {boolean} */ ended) =>
    context.change({ answers: picked(statements, inputs), done: ended });
  const inputs = statements.map((one) =>
    scale.map(() =>
      h("input", { type: "radio", name: `${uid}-${one.id}`, onchange: () => keep(done) }),
    ),
  );
  const problem = h("p", { class: "pl-problem" });
  const outcome = h("div");
  let done = false;
  let shown = "";

  function finish() {
    const answered = Object.keys(picked(statements, inputs)).length;
    problem.textContent = answered ? "" : t.form_missing_statements;
    if (answered) keep(true);
    else inputs[0]?.[0]?.focus();
  }

  /** @param {Record<string, number>} picks */
  function compared(picks) {
    const first = context.earlier(id, "before");
    const before = read(first);
    const known = Object.keys(before).length > 0;
    const rows = statements.flatMap((one) => [
      h("dt", {}, ...inline(one.text)),
      h(
        "dd",
        {},
        h("p", { class: "pl-lead" }, change(scale, before[one.id], picks[one.id], known)),
        ...paragraphs(one.explain),
      ),
    ]);
    return [
      h("p", { class: "pl-head" }, t.form_changed_title),
      known ? null : h("p", {}, t.form_before_missing),
      h("dl", { class: "pl-change" }, ...rows),
    ];
  }

  return {
    element: h(
      "div",
      {},
      h("p", { class: "pl-aside" }, occasion === "after" ? t.form_time_after : t.form_time_before),
      ...statements.map((one, at) =>
        h(
          "fieldset",
          { class: "pl-question" },
          h("legend", { class: "pl-prompt" }, ...inline(one.text)),
          h("div", { class: "pl-scale-row" }, ...scale.map((word, i) => option(inputs[at]?.[i], [word]))),
        ),
      ),
      h("p", { class: "pl-aside" }, t.form_not_validated),
      h(
        "div",
        { class: "pl-actions" },
        h("button", { type: "button", class: "pl-button", onclick: finish }, t.form_done),
      ),
      h("div", { role: "status", class: "pl-says" }, problem, outcome),
    ),
    show(value) {
      const picks = read(value);
      pick(statements, inputs, picks);
      done = isObject(value) && value.done === true && Object.keys(picks).length > 0;
      if (Object.keys(picks).length) problem.textContent = "";
      const earlier = occasion === "after" ? context.earlier(id, "before") : null;
      const now = JSON.stringify([done, picks, earlier]);
      if (now === shown) return;
      shown = now;
      const words = occasion === "after" ? compared(picks) : [h("p", {}, t.form_saved_first)];
      const said = words.filter((one) => one !== null);
      outcome.replaceChildren(...(done ? [h("div", { class: "pl-say" }, ...said)] : []));
    },
    completed: () => done,
  };
}
