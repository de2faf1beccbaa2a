// A guess on a slider, with a number field beside it; then the evidence.

import { h } from "../shared/dom.js";
import { readNumber, writeNumber } from "../shared/number.js";
import { fill, weave } from "../shared/say.js";
import * as t from "../shared/strings.js";
import { paragraphs, words } from "../shared/text.js";

/** @typedef {import("../shared/text.js").Blocks} Blocks */
/** @typedef {import("../shared/text.js").Token} Token */
/** @typedef {import("./item.js").Control} Control */

/**
 * @typedef {object} EstimateItem
 * @property {number} answer
 * @property {Token[]} answerText
 * @property {number} min
 * @property {number} max
 * @property {number} step
 * @property {string} unit
 * @property {Blocks} explain
 * @property {Blocks} explainLow
 * @property {Blocks} explainHigh
 */

/**
 * Say how far a guess was off.
 * @param {number} guess
 * @param {number} answer
 */
export function gap(guess, answer) {
  const size = Math.abs(Number((guess - answer).toFixed(4)));
  if (size === 0) return t.estimate_same;
  return fill(guess < answer ? t.estimate_low : t.estimate_high, { gap: size });
}

/**
 * @param {EstimateItem} item
 * @param {string} uid
 * @returns {Control}
 */
export function estimate(item, uid) {
  const { min, max, step, unit } = item;
  const inWords = (/** @type {number} */ value) => `${writeNumber(value)}${unit}`;
  let touched = false;

  const slider = h("input", {
    class: "pl-slider",
    type: "range",
    min,
    max,
    step,
    value: (min + max) / 2,
    "aria-label": t.estimate_slider,
    "aria-valuetext": t.estimate_no_guess,
    oninput: () => set(Number(slider.value), true),
    // A tap on the middle, where the handle already stands, is a guess too but changes nothing.
    onpointerup: () => set(Number(slider.value), true),
  });
  const field = h("input", {
    id: uid,
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    oninput: () => {
      const value = readNumber(field.value);
      touched = value !== null && value >= min && value <= max;
      if (value !== null && touched) set(value, false);
    },
  });
  const scale = h(
    "div",
    { class: "pl-scale", "aria-hidden": "true" },
    h("span", {}, writeNumber(min)),
    h("span", {}, writeNumber(max)),
  );
  const bars = h("div", { class: "pl-bars", "aria-hidden": "true" });

  /**
   * @param {number} value
   * @param {boolean} write whether the field must follow
   */
  function set(value, write) {
    touched = true;
    slider.value = String(value);
    slider.setAttribute("aria-valuetext", inWords(value));
    if (write) field.value = writeNumber(value);
  }

  /**
   * @param {string} name
   * @param {number} value
   * @param {string} style
   */
  function bar(name, value, style) {
    const fill = h("span", { class: `pl-bar-fill ${style}` });
    fill.style.width = `${((value - min) / (max - min)) * 100}%`;
    const track = h("span", { class: "pl-bar-track" }, fill);
    return [h("span", {}, name), track, h("span", { class: "pl-bar-value" }, writeNumber(value))];
  }

  return {
    element: h(
      "div",
      { class: "pl-estimate" },
      h(
        "div",
        { class: "pl-number" },
        h("label", { for: uid }, fill(t.estimate_field, { min, max })),
        h("span", {}, field, unit),
      ),
      slider,
      scale,
      bars,
    ),
    skip: true,
    read() {
      if (touched) return { value: Number(readNumber(field.value)) };
      const problem = field.value.trim()
        ? fill(t.estimate_unreadable, { min, max })
        : t.estimate_missing;
      return { problem, field };
    },
    show(value) {
      if (value === null) return true;
      if (typeof value !== "number" || value < min || value > max) return false;
      set(value, true);
      return true;
    },
    lock(value) {
      slider.hidden = scale.hidden = true;
      field.readOnly = true;
      const guess = value === null ? [] : bar(t.estimate_bar_yours, value, "pl-bar-guess");
      bars.replaceChildren(...guess, ...bar(t.estimate_bar_evidence, item.answer, "pl-bar-truth"));
    },
    open() {
      slider.hidden = scale.hidden = false;
      field.readOnly = false;
      bars.replaceChildren();
    },
    judge(value) {
      const told = weave(t.estimate_evidence, { answer: words(item.answerText) });
      const explain = { lead: [], body: paragraphs(item.explain) };
      if (value === null) {
        const parts = [{ lead: told, body: [] }, explain];
        return { correct: null, head: t.guess_shown, parts, others: [] };
      }
      const side = value < item.answer ? item.explainLow : item.explainHigh;
      const lead = [fill(t.estimate_yours, { guess: inWords(value) }), " ", ...told];
      const body = value === item.answer ? [] : paragraphs(side);
      return {
        correct: null,
        head: gap(value, item.answer),
        parts: [{ lead, body }, explain],
        others: [],
      };
    },
  };
}
