// A plan: free text under headings, and the page that is made of it. The words are the learner's:
// they are kept as typed and shown as text.

import { carried } from "./carry.js";
import { longDate } from "../shared/dates.js";
import { h } from "../shared/dom.js";
import { isObject, own } from "../storage/migrate.js";
import { printOnly } from "../shared/print.js";
import { fill, plural } from "../shared/say.js";
import * as t from "../shared/strings.js";
import { inline } from "../shared/text.js";

/** @typedef {{id: string, label: string, help: import("../shared/text.js").Blocks, rows: number, from: import("./carry.js").Earlier | null}} Field */

const PAUSE = 400;
const NEARLY_FULL = 200;

/**
 * @param {any} value a stored response, which may be anything
 * @param {{id: string}[]} fields
 * @returns {Record<string, string>}
 */
export function readWords(value, fields) {
  const stored = isObject(value) && isObject(value.fields) ? value.fields : {};
  return Object.fromEntries(
    fields.map(({ id }) => {
      const text = own(stored, id);
      return [id, typeof text === "string" ? text : ""];
    }),
  );
}

/**
 * @param {{title: string, fields: Field[], limit: number}} form
 * @param {import("../form.js").Context} context
 * @returns {import("../form.js").View}
 */
export function plan({ title, fields, limit }, { uid, change, earlier }) {
  const views = fields.map((field) => fieldView(field, { uid, limit, typed, flush, earlier }));
  const status = h("p", { role: "status" });
  const paper = h("section", { class: "pl-paper", "aria-label": title });
  const page = h(
    "div",
    { hidden: true },
    paper,
    h(
      "div",
      { class: "pl-actions" },
      h("button", { type: "button", class: "pl-button", onclick: () => printOnly(paper) }, t.form_print),
    ),
  );
  let timer = 0;

  const words = () => Object.fromEntries(views.map(({ id, area }) => [id, area.value]));
  const written = () => views.some(({ area }) => area.value.trim());

  function typed() {
    window.clearTimeout(timer);
    timer = window.setTimeout(flush, PAUSE);
  }

  function flush() {
    if (!timer) return;
    window.clearTimeout(timer);
    timer = 0;
    change({ fields: words() });
  }

  function make() {
    flush();
    if (!written()) {
      page.hidden = true;
      status.textContent = t.form_missing_words;
      views[0]?.area.focus();
      return;
    }
    compose();
    page.hidden = false;
    status.textContent = t.form_made;
  }

  function compose() {
    const date = longDate(Date.now());
    const parts = views.filter(({ area }) => area.value.trim());
    paper.replaceChildren(
      h("h2", {}, title),
      h("p", { class: "pl-aside" }, fill(t.form_made_on, { date })),
      ...parts.flatMap(({ label, area }) => [
        h("h3", {}, label),
        h("p", { class: "pl-typed" }, area.value.trim()),
      ]),
    );
  }

  window.addEventListener("pagehide", flush);
  return {
    element: h(
      "div",
      {},
      ...views.map(({ element }) => element),
      h(
        "div",
        { class: "pl-actions" },
        h("button", { type: "button", class: "pl-button", onclick: make }, t.form_make),
      ),
      status,
      page,
    ),
    show(value) {
      // What is being typed is newer than what is kept.
      if (!timer || value === undefined) {
        window.clearTimeout(timer);
        timer = 0;
        const kept = readWords(value, fields);
        for (const { id, area } of views) if (area.value !== kept[id]) area.value = kept[id] ?? "";
      }
      for (const view of views) view.refresh();
      if (!written()) page.hidden = true;
      else if (!page.hidden) compose();
      if (page.hidden) status.textContent = "";
    },
    completed: written,
    leave() {
      flush();
      window.removeEventListener("pagehide", flush);
    },
  };
}

/**
 * @param {Field} field
 * @param {{uid: string, limit: number, typed: () => void, flush: () => void, earlier: import("../form.js").Context["earlier"]}} context
 */
function fieldView({ id, label, help, rows, from }, { uid, limit, typed, flush, earlier }) {
  const name = `${uid}-${id}`;
  const about = help.length ? h("p", { class: "pl-aside", id: `${name}-help` }, ...inline(help)) : null;
  const left = h("p", { class: "pl-aside", role: "status" });
  const area = h("textarea", {
    id: name,
    rows,
    maxlength: limit,
    "aria-describedby": about ? about.id : null,
    oninput() {
      tell();
      typed();
    },
    onblur: flush,
  });
  const bring = from
    ? h("button", { type: "button", class: "pl-link-button", onclick: take }, fill(t.form_bring_in, { title: from.title }))
    : null;

  const told = () => (from ? carried(from, earlier(from.id, from.occasion)) : "");

  function tell() {
    const room = limit - area.value.length;
    left.textContent = room <= NEARLY_FULL ? plural(room, t.form_left_one, t.form_left_other) : "";
  }

  function take() {
    area.value = [area.value.trimEnd(), told()].filter(Boolean).join("\n").slice(0, limit);
    // The button goes away; a keyboard must not be left nowhere.
    area.focus();
    typed();
    flush();
  }

  return {
    id,
    label,
    area,
    element: h(
      "div",
      { class: "pl-field" },
      h("label", { class: "pl-prompt", for: name }, label),
      about,
      area,
      left,
      bring,
    ),
    refresh() {
      tell();
      const text = told();
      bring?.toggleAttribute("hidden", !text || area.value.includes(text));
    },
  };
}
