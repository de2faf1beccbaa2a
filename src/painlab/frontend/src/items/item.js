// One question: prompt, control, how sure, check, feedback, sources; and its life from fresh to
// answered and back.

import { choice } from "./choice.js";
import { h } from "../shared/dom.js";
import { draw } from "./draw.js";
import { estimate } from "./estimate.js";
import { match } from "./match.js";
import { numeric } from "./numeric.js";
import { order } from "./order.js";
import { plural, weave } from "../shared/say.js";
import * as t from "../shared/strings.js";
import { inline, paragraphs } from "../shared/text.js";

/** @typedef {import("../shared/dom.js").Child} Child */
/** @typedef {import("../storage/store.js").Answer} Answer */
/** @typedef {import("../storage/store.js").Store} Store */

/** @typedef {{lead: Child[], body: Node[]}} Part a bold line and its paragraphs */

/**
 * What is said to an answer.
 * @typedef {object} Verdict
 * @property {boolean | null} correct null for guesses
 * @property {string} head
 * @property {Part[]} parts
 * @property {Part[]} others what the options not spoken of above would have been told
 * @property {HTMLElement} [table]
 */

/**
 * What a learner answers with.
 * @typedef {object} Control
 * @property {HTMLElement} element
 * @property {boolean} [skip] whether "Skip, show me" is offered; the control is then a guess
 * @property {() => {value: any} | {problem: string, field: HTMLElement | undefined}} read
 * @property {(value: any) => boolean} show put a stored answer in; false when it does not fit
 * @property {(value: any) => void} lock show the right answer and stop changes
 * @property {(round: number) => void} open allow another try; 0 when it is the first one again
 * @property {(value: any) => Verdict} judge
 */

/** @type {Record<string, (item: any, uid: string, onChange: () => void) => Control>} */
const CONTROLS = {
  single: choice,
  multiple: choice,
  true_false: choice,
  numeric,
  order,
  match,
  estimate,
  draw,
};

/** @type {Record<string, string>} */
const SURENESS = { sure: t.sure_sure, think: t.sure_think, guess: t.sure_guess };

/**
 * @param {any} item as `painlab.quiz.state` writes it
 * @param {{uid: string, count: string, store: Store}} context
 */
export function itemView(item, { uid, count, store }) {
  /** @type {"fresh" | "begun" | "answered"} */
  let phase = "fresh";
  let round = 0;
  const begin = () => {
    if (phase === "fresh") phase = "begun";
    say();
  };
  const make = CONTROLS[item.kind];
  if (!make) throw new Error(`unknown kind of item: ${item.kind}`);
  const control = make(item, uid, begin);
  const sureness = item.confidence ? askSureness(`${uid}-sure`) : null;

  const problem = h("p", { class: "pl-problem", id: `${uid}-problem` });
  const feedback = h("div", { class: "pl-feedback" });
  // One place speaks for the item: what is missing, then what is to be said to the answer.
  const status = h("div", { role: "status" }, problem, feedback);
  const more = h("div", { class: "pl-more" });
  const label = control.skip ? t.guess_done : t.check;
  const main = h("button", { type: "submit", class: "pl-button" }, label);
  const skip = control.skip
    ? h("button", { type: "button", class: "pl-quiet-button", onclick: pass }, t.guess_skip)
    : null;
  const [first, ...rest] = item.prompt;
  const element = h(
    "form",
    { class: "pl-item", novalidate: true, onsubmit: submit, oninput: begin },
    h(
      "fieldset",
      {},
      h(
        "legend",
        { class: "pl-prompt" },
        count && h("span", { class: "pl-count" }, count, " "),
        ...inline([first]),
      ),
      ...paragraphs(rest),
      item.image && picture(item.image),
      control.element,
      item.hint && h("details", { class: "pl-hint" }, h("summary", {}, t.hint), ...paragraphs(item.hint)),
      sureness?.element,
    ),
    h("div", { class: "pl-actions" }, main, skip),
    status,
    more,
  );

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    if (phase === "answered") return again((round += 1));
    const given = control.read();
    if ("problem" in given) return say(given.problem, given.field);
    if (sureness && !sureness.value()) return say(t.sure_missing, sureness.first);
    return settle(given.value);
  }

  function pass() {
    const held = document.activeElement === skip;
    settle(null);
    // The skip button goes away; a keyboard must not be left nowhere.
    if (held) main.focus();
  }

  /**
   * Take an answer, say what there is to say to it, and keep it.
   * @param {any} value
   */
  function settle(value) {
    const verdict = control.judge(value);
    const confidence = sureness?.value();
    finish(value, verdict, confidence);
    store.save(item.id, { response: value, correct: verdict.correct, confidence });
  }

  /**
   * @param {any} value
   * @param {Verdict} verdict
   * @param {string | undefined} sure
   */
  function finish(value, verdict, sure) {
    phase = "answered";
    control.lock(value);
    sureness?.lock();
    say();
    const tone = { true: "right", false: "wrong", null: "shown" }[String(verdict.correct)];
    feedback.className = `pl-feedback pl-${tone}`;
    feedback.replaceChildren(
      h("p", { class: "pl-head" }, verdict.head),
      ...sureNote(sure, verdict.correct),
      ...verdict.parts.flatMap(written),
    );
    more.replaceChildren();
    more.append(...others(verdict.others), ...(verdict.table ? [verdict.table] : []));
    more.append(sources(item.sources));
    main.textContent = control.skip ? t.again_guess : t.again;
    main.classList.add("pl-quiet-button");
    skip?.toggleAttribute("hidden", true);
  }

  /** @param {number} turn */
  function again(turn) {
    phase = "begun";
    control.open(turn);
    sureness?.open();
    say();
    feedback.className = "pl-feedback";
    feedback.replaceChildren();
    more.replaceChildren();
    main.textContent = label;
    main.classList.remove("pl-quiet-button");
    skip?.toggleAttribute("hidden", false);
  }

  /**
   * Say what is missing and lead to it; without words, take it back.
   * @param {string} [text]
   * @param {HTMLElement} [field]
   */
  function say(text = "", field) {
    problem.textContent = text;
    for (const marked of element.querySelectorAll("[aria-describedby]")) {
      marked.removeAttribute("aria-invalid");
      if (marked.getAttribute("aria-describedby") === problem.id) {
        marked.removeAttribute("aria-describedby");
      }
    }
    field?.setAttribute("aria-describedby", problem.id);
    if (field?.matches("select, [type=text], [type=number]")) field.setAttribute("aria-invalid", "true");
    field?.focus();
  }

  /**
   * Follow what is stored: restore an answer, or begin anew when it was erased.
   * @param {Answer | undefined} answer
   */
  function sync(answer) {
    if (!answer && phase === "answered") {
      again((round = 0));
      phase = "fresh";
    }
    if (!answer || phase !== "fresh" || !control.show(answer.response)) return;
    const verdict = control.judge(answer.response);
    // The item has changed since: what was answered then says nothing about it now.
    if (verdict.correct !== answer.correct) return control.open(0);
    sureness?.show(answer.confidence);
    finish(answer.response, verdict, answer.confidence);
  }

  return { element, sync };
}

/** @param {{src: string, alt: string, caption?: import("../shared/text.js").Blocks} & Record<string, any>} image */
function picture({ caption, ...attributes }) {
  const line = caption && h("figcaption", {}, ...paragraphs(caption));
  return h("figure", { class: "pl-image" }, h("img", attributes), line);
}

/** @param {string} name */
function askSureness(name) {
  const inputs = Object.keys(SURENESS).map((value) => h("input", { type: "radio", name, value }));
  const rows = inputs.map((input) => h("label", {}, input, SURENESS[input.value] ?? ""));
  const element = h(
    "fieldset",
    { class: "pl-sure" },
    h("legend", {}, t.sure_ask),
    h("div", {}, ...rows),
  );
  return {
    element,
    first: inputs[0],
    value: () => inputs.find((input) => input.checked)?.value,
    show: (/** @type {string | undefined} */ value) => {
      for (const input of inputs) input.checked = input.value === value;
    },
    lock: () => inputs.forEach((input) => (input.disabled = true)),
    open: () => inputs.forEach((input) => (input.disabled = input.checked = false)),
  };
}

/**
 * @param {string | undefined} sure
 * @param {boolean | null} correct
 */
function sureNote(sure, correct) {
  if (sure === "sure" && correct === false) {
    return [h("p", {}, t.sure_note_wrong)];
  }
  if (sure === "guess" && correct) return [h("p", {}, t.sure_note_guess)];
  return [];
}

/** @param {Part} part */
function written({ lead, body }) {
  return lead.length ? [h("p", { class: "pl-lead" }, ...lead), ...body] : body;
}

/** @param {Part[]} parts */
function others(parts) {
  if (!parts.length) return [];
  const word = plural(parts.length, t.others_one, t.others_other);
  const body = parts.flatMap(written);
  return [h("details", { class: "pl-others" }, h("summary", {}, word), ...body)];
}

/** @param {{text: string, href: string}[]} links */
function sources(links) {
  const parts = links.flatMap(({ text, href }, i) => [
    i ? "; " : "",
    href ? h("a", { href }, text) : text,
  ]);
  return h("p", { class: "pl-sources" }, ...weave(t.sources, { sources: parts }));
}
