// What a finding tells you: fill two guesses, then see how far each finding moves the start.

import { ARRAY_SIZE, blocks, boundary, iconArray, label, picture, redraw } from "./pieces/kit.js";
import { fill, frame, gapSentence, range } from "./pieces/piece.js";
import { h } from "./shared/dom.js";

/** @typedef {"worn" | "normal"} Seen */

/**
 * @typedef {object} Setting
 * @property {number} worn
 * @property {number} normal
 * @property {string} sentence
 * @property {string} insight
 * @property {string} caveat
 * @property {import("./pieces/piece.js").Table} table
 */

/**
 * @typedef {object} Own
 * @property {number} start
 * @property {number[]} starts
 * @property {string} value
 * @property {Record<"title" | "before" | "worn" | "normal" | "said" | "asking", string>} picture
 * @property {Record<Seen, string>} asks
 * @property {Record<Seen, import("./pieces/piece.js").GapWords>} gaps
 * @property {string} control
 * @property {Record<string, Setting>} settings
 */

/** @typedef {Record<Seen, number>} Guess */

const HEIGHT = ARRAY_SIZE + 32;

/** @param {{model: import("./shared/host.js").Model, el: HTMLElement}} context */
function render({ model, el }) {
  /** @type {import("./pieces/piece.js").Shared & Own} */
  const state = model.get("piece");
  const words = state.picture;
  const guessed = { worn: state.start, normal: state.start };
  let start = state.start;
  const say = (/** @type {number} */ value) => fill(state.value, { value });

  const named = (/** @type {string} */ name) =>
    picture(ARRAY_SIZE, HEIGHT, `${words.title}: ${name}`);
  const arrays = { before: named(words.before), worn: named(words.worn), normal: named(words.normal) };
  const shown = h("div", { class: "pl-piece-picture pl-three" }, ...Object.values(arrays));

  /**
   * @param {"before" | Seen} which
   * @param {number} count
   * @param {number | null} [guess]
   */
  function fillArray(which, count, guess = null) {
    const said = guess === null ? "" : fill(words.said, { guess });
    redraw(
      arrays[which],
      said ? `${say(count)}; ${said}` : say(count),
      iconArray(blocks(["pl-on", count], ["pl-off", 100 - count]), "person"),
      ...(guess === null ? [] : [boundary(guess), label(ARRAY_SIZE / 2, HEIGHT - 1, said, "pl-said")]),
      label(ARRAY_SIZE / 2, ARRAY_SIZE + 14, `${words[which]}: ${count}`),
    );
  }

  /** @param {Seen} which */
  function fillGuess(which) {
    const value = guessed[which];
    redraw(
      arrays[which],
      fill(words.asking, { value }),
      iconArray(blocks(["pl-guessed", value], ["pl-off", 100 - value]), "person"),
      label(ARRAY_SIZE / 2, ARRAY_SIZE + 14, `${words[which]}: ${fill(words.asking, { value })}`),
    );
  }

  const setting = () => /** @type {Setting} */ (state.settings[String(start)]);
  const held = (/** @type {Guess | null} */ guess) => (start === state.start ? guess : null);

  /** @param {Seen} which */
  const guessField = (which) =>
    range({
      words: state.asks[which],
      min: 0,
      max: 100,
      step: 1,
      value: state.start,
      say,
      change(value) {
        guessed[which] = value;
        fillGuess(which);
      },
    });

  const update = frame({ model, el }, state, {
    picture: shown,
    fields: [guessField("worn"), guessField("normal")],
    controls: [
      range({
        words: state.control,
        min: Math.min(...state.starts),
        max: Math.max(...state.starts),
        step: (state.starts[1] ?? 0) - (state.starts[0] ?? 0),
        value: start,
        say,
        change(value) {
          start = value;
          update();
        },
      }),
    ],
    take: () => ({ ...guessed }),
    draw(/** @type {Guess | null} */ guess) {
      fillArray("before", start);
      for (const which of /** @type {Seen[]} */ (["worn", "normal"])) {
        fillArray(which, setting()[which], held(guess)?.[which] ?? null);
      }
    },
    view(guess) {
      const { worn, normal, sentence, insight, caveat, table } = setting();
      const now = held(guess);
      const gaps = now
        ? [
            gapSentence(state.gaps.worn, now.worn, worn),
            gapSentence(state.gaps.normal, now.normal, normal),
          ]
        : [];
      return { live: [...gaps, sentence], notes: [insight], caveat, table };
    },
    setting: () => start,
  });

  fillArray("before", start);
  fillGuess("worn");
  fillGuess("normal");
}

export default { render };
