// A simulation: guess, then move the sliders of a model. In the book every setting was worked out
// when the page was built; in JupyterLab the kernel runs the model for the setting asked for.

import { picture, redraw } from "./pieces/kit.js";
import { drawing } from "./pieces/model-pictures.js";
import { fill, frame, gapSentence, radios, range, steps } from "./pieces/piece.js";
import { h } from "./shared/dom.js";

/** @typedef {{says: string[], values: number[][]}} Frame values are whole numbers, see `decimals` */
/** @typedef {{label: string, low: number, high: number, step: number, say: string, truth: number,
 *   gap: import("./pieces/piece.js").GapWords}} Guess */
/** @typedef {{label: string, options: [words: string, said: string][]}} Choice */

/**
 * @typedef {object} Own
 * @property {Guess | Choice} guess
 * @property {{label: string, said: string[], start: number, switch: boolean}[]} sliders
 * @property {import("./pieces/model-pictures.js").Picture} picture
 * @property {string} caveat
 * @property {number} decimals
 * @property {string[]} columns heads of the table's columns
 * @property {string[]} heads heads of the table's rows
 * @property {number[] | null} listed the points that make the table's rows; null where its rows are
 *   those of the values
 * @property {boolean} shownFirst whether the picture stands there before the guess
 * @property {Frame[]} [frames] one a setting, the last slider moving fastest; not where a kernel runs
 */

/**
 * What asks for the guess, how it is taken, and what is said about it.
 * @param {Guess | Choice} guess
 */
function guessing(guess) {
  if ("options" in guess) {
    let chosen = -1;
    return {
      field: radios({
        words: guess.label,
        choices: guess.options.map(([words]) => words),
        chosen,
        change: (place) => (chosen = place),
      }),
      take: () => (chosen < 0 ? "Choose an answer first, or skip." : chosen),
      said: (/** @type {number} */ place) => guess.options[place]?.[1] ?? "",
    };
  }
  let value = guess.low;
  return {
    field: range({
      words: guess.label,
      min: guess.low,
      max: guess.high,
      step: guess.step,
      value,
      say: (shown) => fill(guess.say, { value: shown }),
      change: (moved) => (value = moved),
    }),
    take: () => value,
    said: (/** @type {number} */ given) => gapSentence(guess.gap, given, guess.truth),
  };
}

/** @param {{model: import("./shared/host.js").Model, el: HTMLElement}} context */
function render({ model, el }) {
  /** @type {import("./pieces/piece.js").Shared & Own} */
  const state = model.get("piece");
  const { sliders, decimals, frames, columns, heads, listed } = state;
  const { title, layout } = state.picture;
  const places = sliders.map(({ start }) => start);
  const scale = 10 ** decimals;
  const { field, take, said } = guessing(state.guess);
  const { height, draw } = drawing(state.picture);
  const chart = picture(layout.width, height, title);
  const shown = h("div", { class: "pl-piece-picture", hidden: !state.shownFirst }, chart);

  /** @returns {Frame} what is shown now, with its values as they were */
  function now() {
    const place = places.reduce((all, at, i) => all * (sliders[i]?.said.length ?? 0) + at, 0);
    /** @type {Frame} */
    const { says, values } = frames ? frames[place] : model.get("frame");
    return { says, values: values.map((row) => row.map((value) => value / scale)) };
  }

  /** @param {number[][]} values */
  const cells = (values) =>
    listed ? listed.map((point) => values.map((row) => row[point] ?? 0)) : values;

  /** @param {number} i @param {number} place */
  function change(i, place) {
    places[i] = place;
    if (frames) return update();
    model.set("wanted", [...places]);
    return model.save_changes();
  }

  const atStart = () => places.every((place, i) => place === sliders[i]?.start);
  const update = frame({ model, el }, state, {
    picture: shown,
    fields: [field],
    controls: sliders.map(({ label: words, said: names, start, switch: between }, i) =>
      between
        ? radios({ words, choices: names, chosen: start, change: (place) => change(i, place) })
        : steps({ words, names, start, change: (place) => change(i, place) }),
    ),
    take,
    draw() {
      const { says, values } = now();
      redraw(chart, says[0] ?? "", ...draw(values));
    },
    view(/** @type {number | null} */ given) {
      const { says, values } = now();
      const [first = "", ...notes] = says;
      const rows = cells(values).map((row, i) => [
        heads[i] ?? "",
        ...row.map((value) => value.toFixed(decimals)),
      ]);
      return {
        live: [...(given !== null && atStart() ? [said(given)] : []), first],
        notes,
        caveat: state.caveat,
        table: { caption: title, columns, rows },
      };
    },
    setting: () => places.join(" "),
  });
  // The sentence holds the answer, so before the guess the picture is named, not described.
  if (state.shownFirst) redraw(chart, "", ...draw(now().values));
  model.on("change:frame", update);
}

export default { render };
