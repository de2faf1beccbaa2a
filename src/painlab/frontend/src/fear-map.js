// The fear map: guess how well each arrow is tested, then choose one and read its card.

import { label, picture, redraw } from "./pieces/kit.js";
import { choice, fill, frame } from "./pieces/piece.js";
import { h, nextOnPage, s } from "./shared/dom.js";

/** @typedef {{line: string, head: string, at: [number, number]}} Shape */
/** @typedef {{x: number, y: number, lines: string[], beside: boolean}} Box */

/**
 * @typedef {object} Arrow
 * @property {string} id
 * @property {string} name number, and from where to where
 * @property {string} sentence
 * @property {string[]} replies to each guess
 * @property {{text: string, href: string, about: string}[]} papers
 * @property {[string, string][]} facts
 * @property {string} caveat
 * @property {Shape & {look: Record<string, string>}} shape
 */

/**
 * @typedef {object} Own
 * @property {string} start
 * @property {string} beside id of the arrow that is not guessed
 * @property {string} missing
 * @property {string[]} guesses
 * @property {string} guessColumn
 * @property {string} control
 * @property {string} pick
 * @property {string} hint
 * @property {string} papers
 * @property {string} summary
 * @property {string} insight
 * @property {string} caveat
 * @property {{title: string, before: string, text: string, chosen: string, key: string,
 *   width: number, height: number, box: [number, number], boxes: Box[], start: Shape}} map
 * @property {Arrow[]} arrows
 * @property {import("./pieces/piece.js").Table} table
 */

/** @param {{model: import("./shared/host.js").Model, el: HTMLElement}} context */
function render({ model, el }) {
  /** @type {import("./pieces/piece.js").Shared & Own} */
  const state = model.get("piece");
  const { map, arrows } = state;
  const asked = arrows.filter(({ id }) => id !== state.beside);
  let chosen = /** @type {Arrow} */ (arrows.find(({ id }) => id === state.start));
  let picked = false;
  let revealed = false;

  const drawing = picture(map.width, map.height, map.title);
  const key = h("p", { class: "pl-piece-key", hidden: true }, map.key);
  const named = h("p", { class: "pl-arrow-name" }, state.hint);
  const buttons = arrows.map((arrow, i) =>
    h(
      "button",
      {
        type: "button",
        "aria-label": fill(state.pick, { name: arrow.name }),
        onclick: () => choose(arrow),
      },
      String(i + 1),
    ),
  );
  const list = h(
    "ol",
    { class: "pl-arrow-list" },
    ...buttons.map((button, i) => h("li", { hidden: i >= asked.length }, button)),
  );
  const menu = choice({
    words: state.control,
    choices: arrows,
    chosen: state.start,
    change: (id) => choose(arrows.find((arrow) => arrow.id === id) ?? chosen),
  });
  const card = h("dl", { class: "pl-card" });

  function choose(/** @type {Arrow} */ arrow) {
    chosen = arrow;
    picked = true;
    /** @type {HTMLSelectElement} */ (menu.querySelector("select")).value = arrow.id;
    if (revealed) update();
    else {
      named.textContent = arrow.name;
      drawMap(map.before);
    }
  }

  /** @param {Arrow} arrow */
  const lit = (arrow) => arrow === chosen && (revealed || picked);

  /** @param {Arrow} arrow */
  function arrowParts(arrow) {
    const { line, head, at, look } = arrow.shape;
    return s(
      "g",
      { class: lit(arrow) ? "pl-chosen" : "pl-plain", onclick: () => choose(arrow) },
      s("path", { class: "pl-arrow", d: line, ...(revealed ? look : { "stroke-width": 2 }) }),
      s("path", { class: "pl-head", d: head }),
      s("circle", { class: "pl-number", cx: at[0], cy: at[1], r: 10 }),
      label(at[0], at[1] + 4, String(arrows.indexOf(arrow) + 1)),
    );
  }

  /** @param {Box} box */
  function boxParts({ x, y, lines, beside }) {
    const [width, height] = map.box;
    const first = y + 4 - 7 * (lines.length - 1);
    return s(
      "g",
      {},
      s("rect", {
        class: "pl-box",
        x: x - width / 2,
        y: y - height / 2,
        rx: 6,
        width,
        height,
        "stroke-dasharray": beside && "4 3",
      }),
      ...lines.map((words, row) => label(x, first + 14 * row, words)),
    );
  }

  /** @param {string} text */
  function drawMap(text) {
    arrows.forEach((arrow, i) => buttons[i]?.setAttribute("aria-pressed", String(lit(arrow))));
    const start = [
      s("path", { class: "pl-arrow", d: map.start.line, "stroke-width": 2 }),
      s("path", { class: "pl-head", d: map.start.head }),
    ];
    redraw(
      drawing,
      text,
      s("g", { class: "pl-opening" }, ...start),
      ...(revealed ? arrows : asked).map(arrowParts),
      ...map.boxes.filter(({ beside }) => revealed || !beside).map(boxParts),
    );
  }

  function draw() {
    revealed = true;
    key.hidden = false;
    named.hidden = true;
    list.lastElementChild?.removeAttribute("hidden");
    drawMap(fill(map.chosen, { text: map.text, name: chosen.name }));
    const papers = chosen.papers.map(({ text, href, about }) =>
      h("li", {}, href ? h("a", { href }, text) : text, about),
    );
    const facts = chosen.facts.flatMap(([head, words]) => [h("dt", {}, head), h("dd", {}, words)]);
    const studies = [h("dt", {}, state.papers), h("dd", {}, h("ul", {}, ...papers))];
    card.replaceChildren(...studies, ...facts);
  }

  /** @param {number[] | null} guess */
  function view(guess) {
    const said = chosen.replies[guess?.[asked.indexOf(chosen)] ?? -1];
    const live = [chosen.sentence, ...(said ? [said] : [])];
    const notes = [state.summary, state.insight];
    const caveat = `${chosen.caveat} ${state.caveat}`;
    if (!guess) return { live, notes, caveat, table: state.table };
    const rows = state.table.rows.map((row, i) => [...row, state.guesses[guess[i] ?? -1] ?? ""]);
    const columns = [...state.table.columns, state.guessColumn];
    return { live, notes, caveat, table: { ...state.table, columns, rows } };
  }

  const group = nextOnPage();
  const fields = asked.map(({ name, id }) =>
    h(
      "fieldset",
      { class: "pl-arrow-guess" },
      h("legend", {}, name),
      ...state.guesses.map((words, value) =>
        h("label", {}, h("input", { type: "radio", name: `pl-${id}-${group}`, value }), words),
      ),
    ),
  );

  const update = frame({ model, el }, state, {
    picture: h("div", { class: "pl-piece-picture" }, drawing, list, named, key),
    fields,
    controls: [menu, card],
    take() {
      const marked = fields.map((field) => field.querySelector("input:checked"));
      const missing = marked.flatMap((mark, i) => (mark ? [] : [i + 1]));
      if (missing.length === 0) {
        return marked.map((mark) => Number(/** @type {HTMLInputElement} */ (mark).value));
      }
      fields[(missing[0] ?? 1) - 1]?.querySelector("input")?.focus();
      return fill(state.missing, { numbers: missing.join(", ") });
    },
    draw,
    view,
    setting: () => chosen.id,
  });
  drawMap(map.before);
}

export default { render };
