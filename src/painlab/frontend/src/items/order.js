// Things to put in order: two buttons a row; a handle to drag by is an extra.

import { h } from "../shared/dom.js";
import { badge, mark, unmark } from "./marks.js";
import { fill } from "../shared/say.js";
import { mixed, turned } from "./shuffle.js";
import * as t from "../shared/strings.js";
import { inline, paragraphs, plain } from "../shared/text.js";

/** @typedef {import("../shared/text.js").Blocks} Blocks */
/** @typedef {import("./item.js").Control} Control */
/** @typedef {{text: Blocks, explain: Blocks}} Entry */

/**
 * Whether `value` names each of `size` places once.
 * @param {any} value
 * @param {number} size
 */
export const isOrder = (value, size) =>
  Array.isArray(value) &&
  value.length === size &&
  [...value].sort((a, b) => a - b).every((at, i) => at === i);

/**
 * The order to begin a round with: never the right one.
 * @param {number[]} first
 * @param {number} round
 */
export function beginning(first, round) {
  const order = mixed(first, round);
  return order.every((at, i) => at === i) ? turned(order) : order;
}

/**
 * @param {{entries: Entry[], order: number[], explain?: Blocks}} item entries in the right order
 * @param {string} _uid
 * @param {() => void} onChange called after each move
 * @returns {Control}
 */
export function order({ entries, order: first, explain = [] }, _uid, onChange) {
  /** @type {number[]} which entry stands at each place */
  let shown = [];
  let moved = false;
  const rows = entries.map(makeRow);
  const list = h("ol", { class: "pl-rows" });
  const spoken = h("p", { class: "pl-spoken", "aria-live": "polite" });

  /**
   * @param {Entry} entry
   * @param {number} i
   */
  function makeRow({ text }, i) {
    const name = text.map(plain).join(" ");
    const button = (/** @type {string} */ label, /** @type {string} */ sign, /** @type {number} */ by) =>
      h(
        "button",
        { type: "button", class: "pl-move", "aria-label": fill(label, { entry: name }), onclick: () => step(i, by) },
        sign,
      );
    const up = button(t.order_up, "\u2191", -1);
    const down = button(t.order_down, "\u2193", 1);
    const grip = h("span", { class: "pl-grip", "aria-hidden": "true" }, "\u2195");
    let held = false;
    grip.addEventListener("pointerdown", (event) => {
      grip.setPointerCapture(event.pointerId);
      held = true;
    });
    grip.addEventListener("lostpointercapture", () => (held = false));
    grip.addEventListener("pointermove", ({ clientY }) => {
      const at = shown.indexOf(i);
      for (const by of held ? [-1, 1] : []) {
        const box = rows[shown[at + by] ?? -1]?.element.getBoundingClientRect();
        if (box && (clientY - box.top - box.height / 2) * by > 0) return step(i, by);
      }
    });
    const element = h("li", { class: "pl-row" }, grip, h("span", {}, ...inline(text)), up, down);
    return { element, name, tools: [grip, up, down], up, down };
  }

  /**
   * Move entry `i` one place. Only its neighbour leaves the page for a moment, so the row that is
   * held or focused stays so.
   * @param {number} i
   * @param {number} by
   */
  function step(i, by) {
    const at = shown.indexOf(i);
    const other = Number(shown[at + by]);
    const [row, neighbour] = [rows[i], rows[other]];
    if (!row || !neighbour) return;
    shown[at] = other;
    shown[at + by] = i;
    if (by < 0) row.element.after(neighbour.element);
    else row.element.before(neighbour.element);
    moved = true;
    // A button that is about to be switched off must not hold the focus.
    if (document.activeElement === row.up && at + by === 0) row.down.focus();
    if (document.activeElement === row.down && at + by === shown.length - 1) row.up.focus();
    settle();
    spoken.textContent = fill(t.order_moved, { entry: row.name, n: at + by + 1, total: shown.length });
    onChange();
  }

  function settle() {
    rows.forEach(({ up, down }, i) => {
      up.disabled = shown[0] === i;
      down.disabled = shown[shown.length - 1] === i;
    });
  }

  /** @param {number[]} places */
  function put(places) {
    shown = [...places];
    list.append(...shown.flatMap((i) => rows[i]?.element ?? []));
    spoken.textContent = "";
    settle();
  }

  /** @param {boolean} hidden */
  function hideTools(hidden) {
    for (const { tools } of rows) for (const tool of tools) tool.toggleAttribute("hidden", hidden);
  }

  put(first);
  return {
    element: h("div", {}, list, spoken),
    read() {
      const start = rows[shown[0] ?? 0];
      return moved ? { value: [...shown] } : { problem: t.order_missing, field: start?.down };
    },
    show(value) {
      if (!isOrder(value, entries.length)) return false;
      put(value);
      return true;
    },
    lock() {
      hideTools(true);
      spoken.textContent = "";
      rows.forEach(({ element }, i) => {
        const right = shown[i] === i;
        mark(element, right, right ? t.badge_right : fill(t.order_belongs, { n: i + 1 }));
      });
    },
    open(round) {
      moved = false;
      hideTools(false);
      for (const { element } of rows) unmark(element);
      put(beginning(first, round));
    },
    judge: (value) => judge(entries, explain, value),
  };
}

/**
 * @param {Entry[]} entries
 * @param {Blocks} all what is said to everyone
 * @param {number[]} value
 * @returns {import("./item.js").Verdict}
 */
function judge(entries, all, value) {
  const rows = entries.map(({ text, explain }, i) => {
    const at = value.indexOf(i);
    const off = at === i ? [] : [" ", badge(fill(t.order_yours, { n: at + 1 }))];
    return h("li", {}, h("p", { class: "pl-lead" }, ...inline(text), ...off), ...paragraphs(explain));
  });
  const correct = value.every((at, i) => at === i);
  return {
    correct,
    head: correct ? t.verdict_right_head : t.verdict_wrong_head,
    parts: [
      {
        lead: correct ? [] : [t.order_right],
        body: [h("ol", { class: "pl-verdicts" }, ...rows), ...paragraphs(all)],
      },
    ],
    others: [],
  };
}
