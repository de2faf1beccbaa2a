// A checklist: signs to tick, by urgency. A tick speaks at once; only "None of these" is a no.

import { h } from "../shared/dom.js";
import { isObject } from "../storage/migrate.js";
import * as t from "../shared/strings.js";
import { inline, paragraphs } from "../shared/text.js";

/** @typedef {import("../shared/text.js").Blocks} Blocks */
/** @typedef {{id: string, tone: "now" | "week" | "routine", heading: Blocks, statements: Blocks[], show: Blocks}} Level */
/** @typedef {{ticked: Record<string, number[]>, none: boolean}} Ticks */

/**
 * What a checklist comes to: how urgent the most urgent tick is; "" where nothing is answered.
 * @typedef {"now" | "week" | "routine" | "clear" | ""} Result
 */

/**
 * @param {any} value a stored response, which may be anything
 * @param {Level[]} levels
 * @returns {Ticks}
 */
export function readTicks(value, levels) {
  const stored = isObject(value) && isObject(value.ticked) ? value.ticked : {};
  const ticked = Object.fromEntries(
    levels.map(({ id, statements }) => {
      const marks = Array.isArray(stored[id]) ? stored[id] : [];
      return [id, statements.flatMap((_, i) => (marks.includes(i) ? [i] : []))];
    }),
  );
  const any = Object.values(ticked).some((marks) => marks.length);
  return { ticked, none: !any && isObject(value) && value.none === true };
}

/**
 * @param {Ticks} ticks
 * @param {Level[]} levels the most urgent first
 * @returns {Result}
 */
export function result({ ticked, none }, levels) {
  const first = levels.find(({ id }) => ticked[id]?.length);
  return first ? first.tone : none ? "clear" : "";
}

/**
 * @param {{levels: Level[], clear: Blocks}} form
 * @param {import("../form.js").Context} context
 * @returns {import("../form.js").View & {result: () => Result}}
 */
export function checklist({ levels, clear }, { change }) {
  const boxes = levels.map(({ statements }) =>
    statements.map(() => h("input", { type: "checkbox", onchange: ticked })),
  );
  const none = h("input", { type: "checkbox", onchange: () => change(noneTicked()) });
  const alert = h("div", { role: "alert", class: "pl-says" });
  const status = h("div", { role: "status", class: "pl-says" });
  /** @type {Ticks} */
  let ticks = readTicks(undefined, levels);
  let shown = "";

  const noneTicked = () => ({ ticked: {}, none: none.checked });

  function ticked() {
    const marks = levels.map(({ id }, at) => [
      id,
      (boxes[at] ?? []).flatMap((box, i) => (box.checked ? [i] : [])),
    ]);
    const urgent = alert.childElementCount;
    change({ ticked: Object.fromEntries(marks), none: false });
    // The tick may stand a screen below: what to do must be seen, the most urgent first.
    if (alert.childElementCount > urgent) alert.scrollIntoView({ block: "start" });
  }

  /** @param {Level} level */
  const message = ({ show, tone }) => h("div", { class: `pl-say pl-${tone}` }, ...paragraphs(show));

  return {
    top: alert,
    element: h(
      "div",
      {},
      ...levels.map(({ heading, statements, tone }, at) =>
        h(
          "fieldset",
          { class: `pl-level pl-level-${tone}` },
          h("legend", { class: "pl-prompt" }, ...inline(heading)),
          h(
            "div",
            { class: "pl-options" },
            ...statements.map((text, i) => option(boxes[at]?.[i], inline(text))),
          ),
        ),
      ),
      h(
        "fieldset",
        { class: "pl-level" },
        h("legend", { class: "pl-prompt" }, t.form_none_legend),
        h("div", { class: "pl-options" }, option(none, [t.form_none])),
      ),
      status,
    ),
    show(value) {
      ticks = readTicks(value, levels);
      levels.forEach(({ id }, at) =>
        boxes[at]?.forEach((box, i) => (box.checked = ticks.ticked[id]?.includes(i) ?? false)),
      );
      none.checked = ticks.none;
      const on = levels.filter(({ id }) => ticks.ticked[id]?.length);
      const now = JSON.stringify([on.map(({ id }) => id), ticks.none]);
      // Words that stand already are not said again.
      if (now === shown) return;
      shown = now;
      alert.replaceChildren(...on.filter(({ tone }) => tone !== "routine").map(message));
      status.replaceChildren(
        ...on.filter(({ tone }) => tone === "routine").map(message),
        ...(ticks.none ? [h("div", { class: "pl-say pl-clear" }, ...paragraphs(clear))] : []),
      );
    },
    completed: () => result(ticks, levels) !== "",
    result: () => result(ticks, levels),
  };
}

/**
 * @param {HTMLInputElement | undefined} input
 * @param {import("../shared/dom.js").Child[]} text
 */
export function option(input, text) {
  return h("label", { class: "pl-option" }, input, h("span", {}, ...text));
}
