// Choices: one right option, several, or true and false.

import { h } from "./dom.js";
import { inline, paragraphs } from "./text.js";

/** @typedef {import("./text.js").Blocks} Blocks */
/** @typedef {import("./item.js").Control} Control */
/** @typedef {import("./item.js").Verdict} Verdict */
/** @typedef {{text: Blocks, correct: boolean, explain: Blocks}} Option */

/**
 * @param {{kind: string, options: Option[]}} item
 * @param {string} uid
 * @returns {Control}
 */
export function choice({ kind, options }, uid) {
  const several = kind === "multiple";
  const inputs = options.map((_, i) =>
    h("input", { type: several ? "checkbox" : "radio", name: uid, value: i }),
  );
  const rows = options.map((option, i) =>
    h(
      "label",
      { class: "pl-option" },
      /** @type {HTMLInputElement} */ (inputs[i]),
      h("span", {}, ...inline(option.text)),
    ),
  );
  const chosen = () => inputs.flatMap((input, i) => (input.checked ? [i] : []));

  return {
    element: h("div", { class: "pl-options" }, ...rows),
    read() {
      const picked = chosen();
      if (!picked.length) {
        const problem = several ? "Choose at least one answer first." : "Choose an answer first.";
        return { problem, field: inputs[0] };
      }
      return { value: several ? picked : picked[0] };
    },
    show(value) {
      const picked = several ? value : [value];
      if (!Array.isArray(picked) || !picked.every((i) => Number.isInteger(i) && options[i])) return false;
      inputs.forEach((input, i) => (input.checked = picked.includes(i)));
      return true;
    },
    lock() {
      rows.forEach((row, i) => {
        const [input, option] = [inputs[i], options[i]];
        if (!input || !option) return;
        input.disabled = true;
        row.classList.toggle("pl-is-right", option.correct);
        row.classList.toggle("pl-is-wrong", input.checked && !option.correct);
        const badges = [input.checked && "your answer", option.correct && "right"];
        const text = badges.filter(Boolean).join(", ");
        if (text) row.append(h("span", { class: "pl-badge" }, text));
      });
    },
    open() {
      rows.forEach((row, i) => {
        const input = inputs[i];
        if (input) input.disabled = input.checked = false;
        row.classList.remove("pl-is-right", "pl-is-wrong");
        row.querySelector(".pl-badge")?.remove();
      });
    },
    judge: (value) => judge(options, several ? value : [value], several),
  };
}

/**
 * @param {Option[]} options
 * @param {number[]} picked
 * @param {boolean} several
 * @returns {Verdict}
 */
function judge(options, picked, several) {
  const mine = (/** @type {Option} */ option) => picked.includes(options.indexOf(option));
  const missed = options.filter((option) => option.correct !== mine(option));
  const correct = missed.length === 0;
  // What was chosen comes before what would have been right.
  const spoken = correct
    ? options.filter(mine)
    : [...missed.filter(mine), ...missed.filter((option) => !mine(option))];
  const opening = (/** @type {Option} */ option) => {
    if (correct) return several ? inline(option.text) : [];
    const told = mine(option) ? "You chose: " : several ? "You left out: " : "Better: ";
    return [told, ...inline(option.text)];
  };
  const others = options.filter((option) => !spoken.includes(option));
  return {
    correct,
    head: correct ? "Yes, that is right." : "Not quite.",
    parts: spoken.map((option) => ({ lead: opening(option), body: paragraphs(option.explain) })),
    others: others.map((option) => ({
      lead: inline(option.text),
      body: paragraphs(option.explain),
    })),
  };
}
