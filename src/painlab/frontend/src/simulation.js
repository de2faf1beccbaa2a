// A simulation: guess, then move the sliders of a model. In the book every setting was worked out
// when the page was built; in JupyterLab the kernel runs the model for the setting asked for.

import { axes, label, line, picture, redraw } from "./pieces/kit.js";
import { fill, frame, gapSentence, range } from "./pieces/piece.js";
import { h, s } from "./shared/dom.js";

/** @typedef {{says: string[], values: number[][]}} Frame values are whole numbers, see `decimals` */
/** @typedef {{low: number, high: number, ticks: number[], name: string}} Axis */

/**
 * @typedef {object} Own
 * @property {{label: string, low: number, high: number, step: number, say: string, truth: number,
 *   gap: import("./pieces/piece.js").GapWords}} guess
 * @property {{label: string, said: string[], start: number}[]} sliders
 * @property {{title: string, at: number[], x: Axis, y: Axis,
 *   lines: {name: string, look: string}[]}} picture
 * @property {string} caveat
 * @property {number} decimals
 * @property {number[]} rows points that the table lists
 * @property {Frame[]} [frames] one a setting, the last slider moving fastest; not where a kernel runs
 */

const KEY_ROW = 18;
const [WIDTH, LEFT, RIGHT, HEIGHT] = [320, 40, 312, 180];

/** @param {{model: import("./shared/host.js").Model, el: HTMLElement}} context */
function render({ model, el }) {
  /** @type {import("./pieces/piece.js").Shared & Own} */
  const state = model.get("piece");
  const { sliders, guess, decimals, frames } = state;
  const { title, at, x, y, lines } = state.picture;
  const places = sliders.map(({ start }) => start);
  const scale = 10 ** decimals;
  let guessed = guess.low;

  const top = KEY_ROW * lines.length + 24;
  const across = { from: x.low, to: x.high, start: LEFT, end: RIGHT };
  const up = { from: y.low, to: y.high, start: top + HEIGHT, end: top };
  const chart = picture(WIDTH, top + HEIGHT + 36, title);
  const shown = h("div", { class: "pl-piece-picture", hidden: true }, chart);

  /** @returns {Frame} */
  function now() {
    if (!frames) return model.get("frame");
    const place = places.reduce((all, at, i) => all * (sliders[i]?.said.length ?? 0) + at, 0);
    return /** @type {Frame} */ (frames[place]);
  }

  const key = lines.flatMap(({ name, look }, row) => [
    s("path", { class: `pl-${look}`, d: `M2 ${KEY_ROW * row + 9}h30` }),
    label(LEFT, KEY_ROW * row + 13, name, "pl-tick", "start"),
  ]);

  function draw() {
    const { says, values } = now();
    redraw(
      chart,
      says[0] ?? "",
      ...key,
      axes(across, up, { x: x.ticks, y: y.ticks, xName: x.name, yName: y.name }),
      ...lines.map(({ look }, i) => {
        const row = values[i] ?? [];
        return line(across, up, at.map((place, n) => [place, (row[n] ?? 0) / scale]), `pl-${look}`);
      }),
    );
  }

  const atStart = () => places.every((place, i) => place === sliders[i]?.start);
  const update = frame({ model, el }, state, {
    picture: shown,
    fields: [
      range({
        words: guess.label,
        min: guess.low,
        max: guess.high,
        step: guess.step,
        value: guessed,
        say: (value) => fill(guess.say, { value }),
        change: (value) => (guessed = value),
      }),
    ],
    controls: sliders.map(({ label: words, said }, i) =>
      range({
        words,
        min: 0,
        max: said.length - 1,
        step: 1,
        value: places[i] ?? 0,
        say: (place) => said[place] ?? "",
        change(place) {
          places[i] = place;
          if (frames) return update();
          model.set("wanted", [...places]);
          return model.save_changes();
        },
      }),
    ),
    take: () => guessed,
    draw,
    view(/** @type {number | null} */ given) {
      const { says, values } = now();
      const gap = given !== null && atStart() ? [gapSentence(guess.gap, given, guess.truth)] : [];
      const [first = "", ...notes] = says;
      const rows = state.rows.map((n) => [
        at[n] ?? 0,
        ...values.map((row) => ((row[n] ?? 0) / scale).toFixed(decimals)),
      ]);
      const columns = [x.name, ...lines.map(({ name }) => name)];
      return {
        live: [...gap, first],
        notes,
        caveat: state.caveat,
        table: { caption: title, columns, rows },
      };
    },
    setting: () => places.join(" "),
  });
  model.on("change:frame", update);
}

export default { render };
