// Draw the curve: guess a finding's share at six ages, then see the fitted line.

import { curveField } from "./items/curve.js";
import { h, s } from "./shared/dom.js";
import { axes, bars, crosses, dots, label, line, picture, place, redraw } from "./pieces/kit.js";
import { fill, frame, gapSentence, choice } from "./pieces/piece.js";

/**
 * @typedef {object} Finding
 * @property {string} id
 * @property {string} name
 * @property {number[]} curve of 100, one a given age
 * @property {(number | null)[]} people behind each point; null where that was not seen
 * @property {string[]} marks seen, copied or nobody
 * @property {string} text
 * @property {string} sentence
 * @property {string} insight
 * @property {string} caveat
 * @property {import("./pieces/piece.js").Table} table
 */

/**
 * @typedef {object} Own
 * @property {number[]} ages
 * @property {number} given age whose value is shown from the start
 * @property {number} focus age that the sentence about the guess is about
 * @property {string} start
 * @property {string} missing
 * @property {import("./pieces/piece.js").GapWords} gap
 * @property {string} control
 * @property {string} guessColumn
 * @property {Record<"title" | "x" | "y" | "curve" | "guess" | "people" | "unseen" | "key", string>} chart
 * @property {Finding[]} findings
 */

const WIDTH = 360;
const FOOT = 304;
// Years of room on both sides, so that the first and the last point stand clear of the edge.
const EDGE = 4;

/** @param {{model: import("./shared/host.js").Model, el: HTMLElement}} context */
function render({ model, el }) {
  /** @type {import("./pieces/piece.js").Shared & Own} */
  const state = model.get("piece");
  const { ages, chart } = state;
  const findings = new Map(state.findings.map((finding) => [finding.id, finding]));
  let finding = /** @type {Finding} */ (findings.get(state.start));

  const last = ages[ages.length - 1] ?? 0;
  const x = { from: (ages[0] ?? 0) - EDGE, to: last + EDGE, start: 34, end: WIDTH - 4 };
  const y = { from: 0, to: 100, start: 214, end: 22 };
  const counts = state.findings.flatMap(({ people }) => people.map((count) => count ?? 0));
  const behind = { from: 0, to: Math.max(...counts), start: FOOT - 16, end: FOOT - 42 };

  const plot = picture(WIDTH, FOOT, chart.title);
  const key = h("p", { class: "pl-piece-key" }, chart.key);
  const shown = h("div", { class: "pl-piece-picture", hidden: true }, plot, key);

  const guessing = h("div", {});
  const field = curveField(guessing, {
    id: `pl-${state.start}-${++pieces}`,
    labels: ages.map(String),
    labelName: chart.x,
    given: ages.map((age, i) => (age === state.given ? finding.curve[i] ?? null : null)),
    min: 0,
    max: 100,
    unit: " of 100",
  });

  /** @param {number[] | null} guess */
  const held = (guess) => (finding.id === state.start ? guess : null);

  /** @param {(number | null)[]} heights */
  const points = (heights) =>
    ages.map((age, i) => /** @type {import("./pieces/kit.js").Point} */ ([age, heights[i] ?? null]));

  /** @param {number[] | null} guess */
  function drawGuess(guess) {
    if (!guess) return [];
    return [
      line(x, y, points(guess), "pl-guess-line"),
      dots(x, y, points(guess), "pl-guess-dot", 4),
      s("path", { class: "pl-guess-line", d: "M262 8h22" }),
      label(288, 12, chart.guess, "pl-guess-name", "start"),
    ];
  }

  /**
   * The value of a point, on the side that the guess leaves free.
   * @param {number} i
   * @param {number[] | null} guess
   */
  function valueLabel(i, guess) {
    const value = finding.curve[i] ?? 0;
    // Where guess and curve meet, the way they part decides.
    const off = guess?.map((said, j) => said - (finding.curve[j] ?? 0)).slice(i) ?? [];
    const below = (off.find((distance) => distance !== 0) ?? 0) > 0;
    const level = place(y, value) + (below ? 20 : -10);
    return label(place(x, ages[i] ?? 0), level, String(value), "pl-value");
  }

  function drawPeople() {
    const numbers = ages.map((age, i) => {
      const count = finding.people[i] ?? null;
      const top = place(behind, count ?? 0) - 3;
      return label(place(x, age), top, count === null ? chart.unseen : String(count), "pl-small");
    });
    const name = label(0, behind.end - 14, chart.people, "pl-small", "start");
    return [name, bars(x, behind, points(finding.people), "pl-people", 22), ...numbers];
  }

  /** @param {number[] | null} guess */
  function draw(guess) {
    const now = held(guess);
    const marked = (/** @type {string} */ mark) =>
      points(finding.curve.map((value, i) => (finding.marks[i] === mark ? value : null)));
    redraw(
      plot,
      finding.text,
      axes(x, y, { x: ages, y: [0, 25, 50, 75, 100], xName: chart.x, yName: chart.y }),
      ...drawGuess(now),
      line(x, y, points(finding.curve), "pl-line"),
      s("path", { class: "pl-line", d: "M156 8h22" }),
      label(182, 12, chart.curve, "pl-curve-name", "start"),
      ...ages.map((_, i) => valueLabel(i, now)),
      dots(x, y, marked("seen"), "pl-seen", 5),
      dots(x, y, marked("copied"), "pl-copied", 5),
      crosses(x, y, marked("nobody"), "pl-nobody"),
      ...drawPeople(),
    );
  }

  const update = frame({ model, el }, state, {
    picture: shown,
    fields: [guessing],
    controls: [
      choice({
        words: state.control,
        choices: state.findings,
        chosen: state.start,
        change(id) {
          finding = findings.get(id) ?? finding;
          update();
        },
      }),
    ],
    take() {
      const missing = field.missing();
      if (missing.length === 0) return field.values().map((value) => Math.round(value ?? 0));
      field.firstMissing()?.focus();
      return fill(state.missing, { ages: missing.join(", ") });
    },
    draw,
    view(guess) {
      const now = held(guess);
      const focus = ages.indexOf(state.focus);
      const { sentence, insight, caveat, table } = finding;
      if (!now) return { live: [sentence], notes: [insight], caveat, table };
      const gap = gapSentence(state.gap, now[focus] ?? 0, finding.curve[focus] ?? 0);
      const [age, ...columns] = table.columns;
      const rows = table.rows.map(([head, ...rest], i) => [head ?? "", now[i] ?? "", ...rest]);
      const wide = { ...table, columns: [age ?? "", state.guessColumn, ...columns], rows };
      return { live: [gap, sentence], notes: [insight], caveat, table: wide };
    },
    setting: () => finding.id,
  });
}

let pieces = 0;

export default { render };
