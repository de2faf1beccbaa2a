// A curve to draw; then the evidence beside it, with the gaps in words and in a table.

import { curveField } from "./curve.js";
import { h } from "../shared/dom.js";
import { gap } from "./estimate.js";
import { writeNumber } from "../shared/number.js";
import { fill } from "../shared/say.js";
import * as t from "../shared/strings.js";
import { paragraphs } from "../shared/text.js";

/** @typedef {import("../shared/text.js").Blocks} Blocks */
/** @typedef {import("./item.js").Control} Control */

/**
 * @typedef {object} DrawItem
 * @property {string[]} labels
 * @property {string} labelName
 * @property {(number | null)[]} given
 * @property {number[]} truth
 * @property {string} name
 * @property {(number | null)[] | null} people
 * @property {number} min
 * @property {number} max
 * @property {string} unit
 * @property {Blocks} explain
 */

/**
 * @param {DrawItem} item
 * @param {string} uid
 * @param {() => void} onChange called after each guess
 * @returns {Control}
 */
export function draw(item, uid, onChange) {
  const element = h("div");
  let field = make();

  /** @param {(number | null)[]} [values] */
  function make(values) {
    element.replaceChildren();
    const { labels, labelName, given, min, max, unit } = item;
    return curveField(element, { id: uid, labels, labelName, given, min, max, unit, values, onChange });
  }

  return {
    element,
    skip: true,
    read() {
      const missing = field.missing();
      if (!missing.length) return { value: field.values() };
      const { min, max, labelName: name } = item;
      const problem = fill(t.draw_missing, { min, max, name, labels: missing.join(", ") });
      return { problem, field: field.firstMissing() };
    },
    show(value) {
      if (value === null) return true;
      const fits = Array.isArray(value) && value.length === item.labels.length;
      if (!fits || !value.every((v) => typeof v === "number")) return false;
      field = make(value);
      return true;
    },
    lock: () => field.reveal(item.truth, item.name),
    open() {
      field = make(field.values());
    },
    judge: (value) => ({
      correct: null,
      head: value === null ? t.guess_shown : t.draw_shown,
      parts: [
        { lead: [], body: value === null ? [] : [h("p", {}, furthest(item, value))] },
        { lead: [], body: paragraphs(item.explain) },
      ],
      others: [],
      table: table(item, value),
    }),
  };
}

/**
 * Say where the guess was furthest off.
 * @param {Pick<DrawItem, "labels" | "labelName" | "given" | "truth" | "name" | "unit">} item
 * @param {number[]} guess
 */
export function furthest({ labels, labelName, given, truth, name, unit }, guess) {
  const off = (/** @type {number} */ i) => Math.abs((guess[i] ?? 0) - (truth[i] ?? 0));
  const open = labels.map((_, i) => i).filter((i) => given[i] === null);
  const worst = open.reduce((most, i) => (off(i) > off(most) ? i : most), open[0] ?? 0);
  const [mine, real] = [guess[worst] ?? 0, truth[worst] ?? 0];
  if (mine === real) return t.draw_same;
  return fill(t.draw_furthest, {
    name: labelName,
    label: labels[worst] ?? "",
    guess: writeNumber(mine) + unit,
    truth_name: name,
    truth: writeNumber(real) + unit,
    gap: gap(mine, real),
  });
}

/**
 * @param {DrawItem} item
 * @param {number[] | null} guess
 */
function table(item, guess) {
  const { labels, labelName, given, truth, name, people, unit } = item;
  const column = (/** @type {string} */ text) =>
    unit ? fill(t.draw_column, { name: text, unit: unit.trim() }) : text;
  const heads = [labelName[0]?.toUpperCase() + labelName.slice(1)];
  if (guess) heads.push(column(t.curve_yours));
  heads.push(column(name));
  if (people) heads.push(t.draw_people);
  const rows = labels.map((label, i) => {
    const count = people?.[i];
    const cells = [
      guess && (given[i] === null ? writeNumber(guess[i] ?? 0) : t.draw_given),
      writeNumber(truth[i] ?? 0),
      people && (typeof count === "number" ? writeNumber(count) : t.draw_not_reported),
    ];
    const shown = cells.filter(Boolean).map((cell) => h("td", {}, cell));
    return h("tr", {}, h("th", { scope: "row" }, label), ...shown);
  });
  const head = heads.map((text) => h("th", { scope: "col" }, text));
  return h(
    "div",
    { class: "pl-table" },
    h(
      "table",
      { "aria-label": name },
      h("thead", {}, h("tr", {}, ...head)),
      h("tbody", {}, ...rows),
    ),
  );
}
