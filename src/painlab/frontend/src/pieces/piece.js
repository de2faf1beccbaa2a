// What all pieces share: the frame of question, commitment, reveal, one control, live sentence,
// label, caveat and table, and the few words that depend on the reader's guess.

import { h } from "../shared/dom.js";
import { ownKeys } from "../shared/keys.js";

/** @typedef {import("../shared/host.js").Model} Model */

/**
 * Words for the distance between guess and answer, with {places} to fill.
 * @typedef {object} GapWords
 * @property {string} said
 * @property {string} high
 * @property {string} low
 * @property {string} equal
 */

/** @typedef {{caption: string, columns: string[], rows: (string | number)[][]}} Table */
/** @typedef {{text: string, href: string}} Link */

/**
 * The part of a piece's state that every piece has; Python writes it.
 * @typedef {object} Shared
 * @property {string} title
 * @property {string} question
 * @property {string} setting what the picture stands for; may be empty
 * @property {string} ask what to do, in a sentence
 * @property {string} commit words on the button
 * @property {string} [revealed] heading of the answer, where it is not to a guess
 * @property {string} [skipped] heading after a skip, where there is no answer
 * @property {string} kind Measured, Fitted or Illustrative
 * @property {string} label what that means here
 * @property {Link[]} sources
 * @property {Aside} [aside] a part that opens on request, below the caveat
 */

/** @typedef {{summary: string, paragraphs: string[], sources: Link[], link?: Link}} Aside */

/**
 * What stands on the page for the present setting.
 * @typedef {object} View
 * @property {string[]} live sentences that are announced, the first one matters most
 * @property {string[]} notes further sentences
 * @property {string} caveat
 * @property {Table} table
 */

const QUIET_MS = 250;

/**
 * @param {string} template words with {places}
 * @param {Record<string, string | number>} values
 */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/**
 * Say how far a guess was from the answer. Both are whole numbers of 100.
 * @param {GapWords} words
 * @param {number} guess
 * @param {number} truth
 */
export function gapSentence(words, guess, truth) {
  const distance = guess === truth ? words.equal : guess > truth ? words.high : words.low;
  return fill(`${words.said} ${distance}`, { guess, truth, gap: Math.abs(guess - truth) });
}

/**
 * A range with its value in words beside it.
 * @param {object} options
 * @param {string} options.words label
 * @param {number} options.min
 * @param {number} options.max
 * @param {number} options.step
 * @param {number} options.value
 * @param {(value: number) => string} options.say value in words
 * @param {(value: number) => void} options.change
 */
export function range({ words, min, max, step, value, say, change }) {
  const input = h("input", { type: "range", min, max, step, value, "aria-valuetext": say(value) });
  const output = h("span", { class: "pl-range-value", "aria-hidden": "true" }, say(value));
  input.addEventListener("input", () => {
    output.textContent = say(input.valueAsNumber);
    input.setAttribute("aria-valuetext", say(input.valueAsNumber));
    change(input.valueAsNumber);
  });
  return h("label", { class: "pl-range" }, h("span", {}, words), input, output);
}

/**
 * A range over places that have names, with nothing in between.
 * @param {object} options
 * @param {string} options.words label
 * @param {string[]} options.names of the places, in words
 * @param {number} options.start place that is chosen at first
 * @param {(place: number) => void} options.change
 */
export function steps({ words, names, start, change }) {
  const say = (/** @type {number} */ place) => names[place] ?? "";
  return range({ words, min: 0, max: names.length - 1, step: 1, value: start, say, change });
}

/**
 * One choice out of several.
 * @param {object} options
 * @param {string} options.words label
 * @param {{id: string, name: string}[]} options.choices
 * @param {string} options.chosen
 * @param {(id: string) => void} options.change
 */
export function choice({ words, choices, chosen, change }) {
  const select = h(
    "select",
    { onchange: () => change(select.value) },
    ...choices.map(({ id, name }) => h("option", { value: id, selected: id === chosen }, name)),
  );
  return h("label", { class: "pl-choice" }, h("span", {}, words), select);
}

let groups = 0;

/**
 * A few answers below one another, of which one is chosen.
 * @param {object} options
 * @param {string} options.words
 * @param {string[]} options.choices
 * @param {number} options.chosen place of the answer that is chosen at first, -1 for none
 * @param {(place: number) => void} options.change
 */
export function radios({ words, choices, chosen, change }) {
  const name = `pl-radios-${(groups += 1)}`;
  const answers = choices.map((text, place) =>
    h(
      "label",
      {},
      h("input", { type: "radio", name, checked: place === chosen, onchange: () => change(place) }),
      h("span", {}, text),
    ),
  );
  return h("fieldset", { class: "pl-radios" }, h("legend", {}, words), ...answers);
}

/** @param {Table} table */
function tableParts({ caption, columns, rows }) {
  const body = rows.map(([first, ...rest]) => {
    const cells = rest.map((cell) => h("td", {}, String(cell)));
    return h("tr", {}, h("th", { scope: "row" }, String(first)), ...cells);
  });
  const head = columns.map((words) => h("th", { scope: "col" }, words));
  return [
    h("caption", {}, caption),
    h("thead", {}, h("tr", {}, ...head)),
    h("tbody", {}, ...body),
  ];
}

/** @param {Link[]} sources */
function sourceLinks(sources) {
  return sources.flatMap(({ text, href }, index) => [
    index ? ", " : " Source: ",
    href ? h("a", { href }, text) : text,
  ]);
}

/** @param {Aside} aside */
function asideParts({ summary, paragraphs, sources, link }) {
  const onward = link ? [". ", h("a", { href: link.href }, link.text)] : ["."];
  return h(
    "details",
    { class: "pl-piece-aside" },
    h("summary", {}, summary),
    ...paragraphs.map((text) => h("p", {}, text)),
    h("p", {}, ...sourceLinks(sources), ...onward),
  );
}

/**
 * Build a piece in `el`. Returns a function to call when the reader has changed the control.
 * @template Guess
 * @param {{model: Model, el: HTMLElement}} context
 * @param {Shared} state
 * @param {object} parts
 * @param {Element} parts.picture
 * @param {Element[]} parts.fields native inputs of the guess
 * @param {Element[]} parts.controls what can be changed after the reveal
 * @param {() => Guess | string} parts.take the guess, or what is still missing, in a sentence
 * @param {(guess: Guess | null) => void} parts.draw
 * @param {(guess: Guess | null) => View} parts.view
 * @param {() => string | number} parts.setting of the control, for Python, where there is one
 * @returns {() => void}
 */
export function frame({ model, el }, state, parts) {
  const { picture, fields, controls, take, draw, view, setting } = parts;
  /** @type {Guess | null} */
  let guess = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  const step = h("p", { class: "pl-piece-step", tabindex: -1, hidden: true });
  const ask = h("p", { class: "pl-piece-ask" }, state.ask);
  const live = h("div", { class: "pl-piece-live", "aria-live": "polite" });
  const notes = h("div", { class: "pl-piece-notes" });
  const caveat = h("p", { class: "pl-piece-caveat" });
  const table = h("table");
  const problem = h("p", { class: "pl-piece-problem", role: "alert" });

  /** @param {boolean} atOnce */
  function update(atOnce = false) {
    draw(guess);
    const words = view(guess);
    notes.replaceChildren(...words.notes.map((text) => h("p", {}, text)));
    caveat.textContent = words.caveat;
    table.replaceChildren(...tableParts(words.table));
    clearTimeout(waiting);
    const write = () => {
      live.replaceChildren(...words.live.map((text) => h("p", {}, text)));
      model.set("reader", { guess, setting: setting() });
      model.save_changes();
    };
    // A screen reader should hear one sentence when the hand is still, not twenty on the way.
    if (atOnce) write();
    else waiting = setTimeout(write, QUIET_MS);
  }

  /** @param {string} heading */
  function reveal(heading) {
    form.hidden = true;
    ask.hidden = true;
    step.hidden = false;
    step.textContent = heading;
    picture.removeAttribute("hidden");
    rest.hidden = false;
    update(true);
    step.focus();
  }

  const form = h(
    "form",
    {
      class: "pl-piece-guess",
      novalidate: true,
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        const taken = take();
        if (typeof taken === "string") problem.textContent = taken;
        else {
          guess = taken;
          reveal(state.revealed ?? "Your guess, and the answer");
        }
      },
    },
    ...fields,
    problem,
    h(
      "div",
      { class: "pl-actions" },
      h("button", { type: "submit", class: "pl-button" }, state.commit),
      h(
        "button",
        { type: "button", class: "pl-quiet-button", onclick: () => reveal(state.skipped ?? "The answer") },
        "Skip, show me",
      ),
    ),
  );
  const scroll = { class: "pl-scroll", tabindex: 0, role: "group", "aria-label": "Table" };
  const rest = h(
    "div",
    { class: "pl-piece-rest", hidden: true },
    ...controls,
    notes,
    h(
      "p",
      { class: "pl-piece-label" },
      h("strong", {}, `${state.kind}.`),
      ` ${state.label}`,
      ...sourceLinks(state.sources),
      ".",
    ),
    caveat,
    state.aside && asideParts(state.aside),
    h(
      "details",
      { class: "pl-numbers" },
      h("summary", {}, "Show the numbers"),
      h("div", scroll, table),
    ),
  );
  const question = h("p", { class: "pl-piece-question" }, state.question);
  const about = h("p", { class: "pl-piece-setting" }, state.setting);
  const section = { class: "pl-piece", "aria-label": state.title };
  ownKeys(el);
  el.replaceChildren(h("section", section, question, about, ask, step, picture, form, live, rest));
  return () => update();
}
