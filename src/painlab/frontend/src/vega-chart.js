// A chart that is explored: native inputs set the signals of a Vega view, and sentences that Python
// wrote for every setting say what it shows. Until Vega is there the page keeps the still picture.

import { specOf, vegaNear } from "./charts/runtime.js";
import { sentence } from "./charts/sentence.js";
import { choice, steps } from "./pieces/piece.js";
import { h, nextOnPage } from "./shared/dom.js";
import { ownKeys } from "./shared/keys.js";
import { explore_again, explore_failed, explore_tap } from "./shared/strings.js";

/**
 * @typedef {object} Control
 * @property {string} signal
 * @property {string} label
 * @property {"select" | "range"} kind
 * @property {(string | number)[]} values
 * @property {string[]} names of the values, in words
 * @property {number} start place of the first value shown
 */

/**
 * @typedef {object} Chart
 * @property {string} title
 * @property {number} width of the still picture
 * @property {number} height
 * @property {Control[]} controls
 * @property {import("./charts/sentence.js").Sentences[]} sentences
 * @property {object | string} spec or the address of the script that holds it
 */

const QUIET_MS = 250;

/** @param {{model: import("./shared/host.js").Model, el: HTMLElement}} context */
async function render({ model, el }) {
  /** @type {Chart} */
  const chart = model.get("chart");
  /** @type {Map<string, number>} place of each signal's value */
  const places = new Map(chart.controls.map(({ signal, start }) => [signal, start]));
  const sizes = new Map(chart.controls.map(({ signal, values }) => [signal, values.length]));
  /** @type {Map<string, HTMLElement>} */
  const inputs = new Map();
  /** @type {import("vega").View | undefined} */
  let view;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  const id = `pl-explore-${nextOnPage()}`;
  const live = h("div", { class: "pl-explore-live", "aria-live": "polite", id });
  const drawing = h("div", { class: "pl-explore-picture", "aria-hidden": "true" });
  const problem = h("div", { class: "pl-explore-problem", role: "alert" });

  /** @param {Control} control */
  const value = ({ signal, values }) => values[places.get(signal) ?? 0];

  function say() {
    const [first = "", ...rest] = chart.sentences.map((words) => sentence(words, sizes, places));
    const more = rest.filter(Boolean).join(" ");
    live.replaceChildren(h("p", {}, h("strong", {}, first)), h("p", {}, more));
  }

  /** Let the view show the present setting. */
  function draw() {
    for (const control of chart.controls) view?.signal(control.signal, value(control));
    return view?.runAsync();
  }

  /**
   * @param {Control} control
   * @param {number} place
   */
  function change({ signal }, place) {
    places.set(signal, place);
    void draw();
    clearTimeout(waiting);
    // A screen reader should hear one sentence when the hand is still, not twenty on the way.
    waiting = setTimeout(() => {
      say();
      const chosen = chart.controls.map((control) => [control.signal, value(control)]);
      model.set("reader", Object.fromEntries(chosen));
      model.save_changes();
    }, QUIET_MS);
  }

  /** @param {Control} control */
  function field(control) {
    const { label: words, kind, names, start } = control;
    const label =
      kind === "select"
        ? choice({
            words,
            choices: names.map((name, place) => ({ id: String(place), name })),
            chosen: String(start),
            change: (place) => change(control, Number(place)),
          })
        : steps({ words, names, start, change: (place) => change(control, place) });
    inputs.set(control.signal, /** @type {HTMLElement} */ (label.querySelector("select, input")));
    return label;
  }

  /**
   * Choose what a mark stands for, as if the inputs had been used.
   * @param {Record<string, any>} datum
   */
  function pick(datum) {
    for (const { signal, values } of chart.controls) {
      const place = values.indexOf(datum[signal]);
      const input = /** @type {HTMLSelectElement | HTMLInputElement} */ (inputs.get(signal));
      if (place < 0) continue;
      input.value = String(place);
      input.dispatchEvent(new Event(input.localName === "select" ? "change" : "input"));
    }
  }

  async function start() {
    const { open } = await vegaNear(el);
    view = await open(await specOf(chart.spec), drawing);
    await draw();
    view.addEventListener("click", (_, item) => item?.datum && pick(item.datum));
    // As large as the still picture, so that nothing on the page moves.
    const svg = /** @type {SVGElement} */ (drawing.querySelector("svg"));
    svg.setAttribute("width", String(chart.width));
    svg.setAttribute("height", String(chart.height));
    const named = { role: "img", "aria-label": chart.title, "aria-describedby": id };
    root.prepend(h("div", named, drawing));
    root.dataset.live = "true";
    problem.replaceChildren();
  }

  /** Try until the reader gives up: meanwhile the still picture stands. */
  async function startOrAsk() {
    for (;;) {
      try {
        return await start();
      } catch {
        await new Promise((again) =>
          problem.replaceChildren(
            h("p", {}, explore_failed),
            h("button", { type: "button", class: "pl-quiet-button", onclick: again }, explore_again),
          ),
        );
      }
    }
  }

  ownKeys(el);
  const tap = h("p", { class: "pl-explore-tap" }, explore_tap);
  const fields = chart.controls.map(field);
  const root = h("div", { class: "pl-widget pl-explore" }, problem, tap, ...fields, live);
  el.replaceChildren(root);
  say();
  await startOrAsk();
}

export default { render };
