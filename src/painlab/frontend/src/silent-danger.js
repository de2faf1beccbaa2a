// Silent danger: choose a path for each day and feel a signal; then see whether the danger was
// there at all. Signals and what each one tells were drawn in Python; here they are only added up.

import {
  ARRAY_SIZE,
  axes,
  blocks,
  dots,
  iconArray,
  label,
  line,
  picture,
  redraw,
} from "./pieces/kit.js";
import { choice, fill, frame } from "./pieces/piece.js";
import { h, s } from "./shared/dom.js";

/**
 * @typedef {object} Path
 * @property {string} id
 * @property {string} name
 * @property {string} taken
 * @property {number[]} seen signal of each day
 * @property {number[]} told what it tells, in thousandths of log-odds
 */

/** @typedef {{day: number, path: Path, seen: number, belief: number}} Day */
/** @typedef {{id: string, name: string, found_out: number, fooled: number, sentence: string}} Crowd */

/**
 * @typedef {object} Own
 * @property {number} days
 * @property {number} start
 * @property {number} startOdds
 * @property {number[]} steps log-odds from which on a belief counts as one more of 100
 * @property {number} limit
 * @property {Path[]} paths
 * @property {Record<string, string> & {columns: string[]}} words
 * @property {string} missing
 * @property {string} control
 * @property {string} crowdTitle
 * @property {string} gone
 * @property {string} there
 * @property {Crowd[]} crowds
 * @property {string} caveat
 * @property {import("./pieces/piece.js").Table} table
 */

const GAP = 20;
const UP = { from: 0, to: 100, start: 174, end: 24 };

/** @param {{model: import("./shared/host.js").Model, el: HTMLElement}} context */
function render({ model, el }) {
  /** @type {import("./pieces/piece.js").Shared & Own} */
  const state = model.get("piece");
  const { words, paths } = state;
  /** @type {Day[]} */
  const log = [];
  let odds = state.startOdds;
  let always = /** @type {Crowd} */ (state.crowds[0]);

  const across = { from: 0, to: state.days, start: 40, end: 312 };
  const chart = picture(320, 210, words.chart ?? "");
  const told = h("p", { class: "pl-piece-day", role: "status" }, words.before ?? "");
  const buttons = paths.map((path) =>
    h("button", { type: "button", class: "pl-button", onclick: () => take(path) }, path.name),
  );

  function drawDays() {
    /** @type {import("./pieces/kit.js").Point[]} */
    const points = [[0, state.start]];
    for (const { day, belief } of log) points.push([day, belief]);
    redraw(
      chart,
      told.textContent ?? "",
      axes(across, UP, {
        x: [0, 1, 2, 3, 4].map((quarter) => (quarter * state.days) / 4),
        y: [0, 25, 50, 75, 100],
        xName: words.day_name ?? "",
        yName: words.guess_name ?? "",
      }),
      line(across, UP, [[0, state.limit], [state.days, state.limit]], "pl-dashed"),
      label(312, 168, words.limit_name ?? "", "pl-tick", "end"),
      line(across, UP, points, "pl-line"),
      dots(across, UP, points, "pl-on", 3),
    );
  }

  /** @param {Path} path */
  function take(path) {
    const place = log.length;
    odds += path.told[place] ?? 0;
    const belief = state.steps.filter((step) => step <= odds).length;
    const day = { day: place + 1, path, seen: path.seen[place] ?? 0, belief };
    log.push(day);
    const over = log.length === state.days;
    const next = over ? words.over : fill(words.left ?? "", { day: day.day + 1 });
    told.textContent = `${fill(words.day ?? "", { ...day, path: path.taken })} ${next}`;
    for (const button of buttons) button.disabled = over;
    if (over) submit()?.focus();
    drawDays();
  }

  const submit = () => /** @type {HTMLElement | null} */ (el.querySelector("button[type=submit]"));

  const arrays = picture(2 * ARRAY_SIZE + GAP, ARRAY_SIZE + 18, state.crowdTitle);
  const shown = h("div", { class: "pl-piece-picture pl-sheets", hidden: true }, arrays);

  /** @param {number} place @param {string} name @param {number} count */
  const crowd = (place, name, count) =>
    s(
      "g",
      { transform: `translate(${place * (ARRAY_SIZE + GAP)} 0)` },
      iconArray(blocks(["pl-on", count], ["pl-off", 100 - count])),
      label(ARRAY_SIZE / 2, ARRAY_SIZE + 13, `${name}: ${count}`, "pl-caption"),
    );

  /** @param {Day[]} days */
  function truth(days) {
    const near = days.filter(({ path }) => path !== paths[0]).length;
    const belief = days[days.length - 1]?.belief ?? state.start;
    const verdict = belief < state.limit ? words.found : words.not_found;
    return [fill(words.truth ?? "", { near, days: days.length, belief }), verdict ?? ""];
  }

  const update = frame({ model, el }, state, {
    picture: shown,
    fields: [
      h("div", { class: "pl-piece-picture" }, chart),
      told,
      h("div", { class: "pl-actions" }, ...buttons),
    ],
    controls: [
      choice({
        words: state.control,
        choices: state.crowds,
        chosen: always.id,
        change(id) {
          always = state.crowds.find((one) => one.id === id) ?? always;
          update();
        },
      }),
    ],
    take: () => (log.length ? log : state.missing),
    draw() {
      redraw(
        arrays,
        always.sentence,
        crowd(0, state.gone, always.found_out),
        crowd(1, state.there, always.fooled),
      );
    },
    view(/** @type {Day[] | null} */ days) {
      const rows = days?.map(({ day, path, seen, belief }) => [day, path.name, seen, belief]) ?? [];
      const own = { caption: words.log ?? "", columns: words.columns, rows };
      const first = days && always === state.crowds[0] ? truth(days) : [];
      return {
        live: [...first, always.sentence],
        notes: [],
        caveat: state.caveat,
        table: days ? own : state.table,
      };
    },
    setting: () => always.id,
  });
  drawDays();
}

export default { render };
