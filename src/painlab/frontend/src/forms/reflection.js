// A reflection: questions without right answers. Each answer is met with words, never counted.

import { option } from "./checklist.js";
import { h } from "../shared/dom.js";
import { pick, picked, readPicks } from "./picks.js";
import { printOnly } from "../shared/print.js";
import * as t from "../shared/strings.js";
import { inline, paragraphs } from "../shared/text.js";

/** @typedef {import("../shared/text.js").Blocks} Blocks */
/** @typedef {{text: Blocks, say: Blocks, note: string}} Reply */
/** @typedef {{id: string, text: Blocks, options: Reply[]}} Question */

/**
 * @param {{questions: Question[], notesTitle: string, closing: Blocks}} form
 * @param {import("../form.js").Context} context
 * @returns {import("../form.js").View}
 */
export function reflection({ questions, notesTitle, closing }, { uid, change }) {
  const onchange = () => change({ answers: picked(questions, inputs) });
  const inputs = questions.map(({ id, options }) =>
    options.map(() => h("input", { type: "radio", name: `${uid}-${id}`, onchange })),
  );
  const replies = questions.map(() => h("div", { role: "status", class: "pl-says" }));
  const end = h("div", { role: "status", class: "pl-says" });
  const notes = notesList(notesTitle);
  /** @type {Record<string, number>} */
  let picks = {};
  /** @type {Record<string, number>} what has been said already */
  let said = {};

  const completed = () => questions.every(({ id }) => id in picks);

  return {
    element: h(
      "div",
      {},
      ...questions.map(({ text, options }, at) =>
        h(
          "div",
          { class: "pl-question" },
          h(
            "fieldset",
            {},
            h("legend", { class: "pl-prompt" }, ...inline(text)),
            h(
              "div",
              { class: "pl-options" },
              ...options.map((one, i) => option(inputs[at]?.[i], inline(one.text))),
            ),
          ),
          replies[at],
        ),
      ),
      end,
      notes.element,
    ),
    show(value) {
      picks = readPicks(value, questions, ({ options }) => options.length);
      pick(questions, inputs, picks);
      /** @type {string[]} */
      const lines = [];
      questions.forEach(({ id, options }, at) => {
        const chosen = options[picks[id] ?? -1];
        if (chosen?.note) lines.push(chosen.note);
        if (picks[id] === said[id]) return;
        const words = chosen ? [h("div", { class: "pl-say" }, ...paragraphs(chosen.say))] : [];
        replies[at]?.replaceChildren(...words);
      });
      said = picks;
      const closes = completed() && closing.length > 0;
      if (closes !== end.childElementCount > 0) {
        end.replaceChildren(...(closes ? paragraphs(closing) : []));
      }
      notes.show(lines);
    },
    completed,
  };
}

/**
 * The lines to take along, to print alone or to copy.
 * @param {string} title
 */
function notesList(title) {
  const list = h("ul");
  const status = h("span", { role: "status" });
  const paper = h("div", { class: "pl-paper" }, h("p", { class: "pl-head" }, title), list);
  const element = h(
    "div",
    { class: "pl-notes", hidden: true },
    paper,
    h(
      "div",
      { class: "pl-actions" },
      h("button", { type: "button", class: "pl-quiet-button", onclick: copy }, t.form_copy),
      h(
        "button",
        { type: "button", class: "pl-quiet-button", onclick: () => printOnly(paper) },
        t.form_print_list,
      ),
    ),
    status,
  );

  async function copy() {
    const lines = [...list.children].map((line) => `- ${line.textContent}`);
    try {
      await navigator.clipboard.writeText([title, ...lines].join("\n"));
      status.textContent = t.form_copied;
    } catch {
      // Browsers may forbid it, as JupyterLab inside another page: leave the last step to the hand.
      window.getSelection()?.selectAllChildren(paper);
      status.textContent = t.form_copy_by_hand;
    }
  }

  return {
    element,
    show(/** @type {string[]} */ lines) {
      status.textContent = "";
      element.hidden = !lines.length;
      list.replaceChildren(...lines.map((line) => h("li", {}, line)));
    },
  };
}
