// Two readers: guess on how many of 100 scans they differ, then see their sheets.

import { ARRAY_SIZE, iconArray, label, picture, redraw } from "./pieces/kit.js";
import { fill, frame, gapSentence, choice, range } from "./pieces/piece.js";
import { h, s } from "./shared/dom.js";

/**
 * @typedef {object} Question
 * @property {string} id
 * @property {string} name
 * @property {number} expected scans of 100 on which they differ
 * @property {string} sentence
 * @property {string} insight
 * @property {string} caveat
 * @property {{codes: string, again: string, text: string}[]} draws one digit a scan: 0 nobody says
 *   yes, 1 only the first reader, 2 only the second, 3 both
 */

/**
 * @typedef {object} Own
 * @property {string} start
 * @property {string} field
 * @property {string} value
 * @property {import("./pieces/piece.js").GapWords} gap
 * @property {string} control
 * @property {string} again
 * @property {{title: string, first: string, second: string, empty: string, key: string}} picture
 * @property {Question[]} questions
 * @property {import("./pieces/piece.js").Table} table
 */

const GAP = 20;
const HEIGHT = ARRAY_SIZE + 18;
const DIFFER = "12";

/** @param {{model: import("./shared/host.js").Model, el: HTMLElement}} context */
function render({ model, el }) {
  /** @type {import("./pieces/piece.js").Shared & Own} */
  const state = model.get("piece");
  const words = state.picture;
  const questions = new Map(state.questions.map((question) => [question.id, question]));
  let asked = /** @type {Question} */ (questions.get(state.start));
  let number = 0;
  let guessed = 0;

  const sheets = picture(2 * ARRAY_SIZE + GAP, HEIGHT, words.title);
  const key = h("p", { class: "pl-piece-key", hidden: true }, words.key);
  const shown = h("div", { class: "pl-piece-picture pl-sheets" }, sheets, key);
  const codes = () => asked.draws[number]?.codes ?? "";

  /**
   * @param {number} place
   * @param {string} name
   * @param {string[]} cells
   * @param {string[]} rings
   */
  const sheet = (place, name, cells, rings) =>
    s(
      "g",
      { transform: `translate(${place * (ARRAY_SIZE + GAP)} 0)` },
      iconArray(cells),
      iconArray(rings),
      label(ARRAY_SIZE / 2, HEIGHT - 5, name, "pl-caption"),
    );

  /** @param {string} yes digits that stand for a yes of this reader */
  const answers = (yes) => [...codes()].map((code) => (yes.includes(code) ? "pl-on" : "pl-off"));

  function draw() {
    const rings = [...codes()].map((code) => (DIFFER.includes(code) ? "pl-differ" : "pl-none"));
    key.hidden = false;
    redraw(
      sheets,
      asked.draws[number]?.text ?? "",
      sheet(0, words.first, answers("13"), rings),
      sheet(1, words.second, answers("23"), rings),
    );
  }

  function view(/** @type {number | null} */ guess) {
    const drawn = asked.draws[number];
    const first = asked.id === state.start && number === 0;
    const gap = guess !== null && first ? [gapSentence(state.gap, guess, asked.expected)] : [];
    const live = [...gap, drawn?.again || asked.sentence];
    const notes = [asked.insight, drawn?.text ?? ""];
    return { live, notes, caveat: asked.caveat, table: state.table };
  }

  const update = frame({ model, el }, state, {
    picture: shown,
    fields: [
      range({
        words: state.field,
        min: 0,
        max: 100,
        step: 1,
        value: guessed,
        say: (value) => fill(state.value, { value }),
        change: (value) => (guessed = value),
      }),
    ],
    controls: [
      choice({
        words: state.control,
        choices: state.questions,
        chosen: state.start,
        change(id) {
          asked = questions.get(id) ?? asked;
          number = 0;
          update();
        },
      }),
      h(
        "button",
        {
          type: "button",
          class: "pl-quiet-button",
          onclick() {
            number = (number + 1) % asked.draws.length;
            update();
          },
        },
        state.again,
      ),
    ],
    take: () => guessed,
    draw,
    view,
    setting: () => asked.id,
  });

  const empty = Array(100).fill("pl-off");
  redraw(sheets, words.empty, sheet(0, words.first, empty, []), sheet(1, words.second, empty, []));
}

export default { render };
