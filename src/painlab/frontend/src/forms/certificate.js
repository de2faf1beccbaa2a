// A certificate: a sheet to print that says what was done. The name on it goes from its field onto
// the sheet and nowhere else: it is neither kept nor sent, and goes when the page is left.

import { longDate } from "../shared/dates.js";
import { h } from "../shared/dom.js";
import { printOnly } from "../shared/print.js";
import { fill } from "../shared/say.js";
import * as t from "../shared/strings.js";
import { paragraphs } from "../shared/text.js";

/** Longest name that fits on the sheet, in characters. */
const LONGEST = 80;

/**
 * @param {{title: string, course: string, limits: import("../shared/text.js").Blocks}} form
 * @param {import("../form.js").Context} context
 * @returns {import("../form.js").View}
 */
export function certificate({ title, course, limits }, { uid, change, done }) {
  const name = h("input", {
    type: "text",
    id: `${uid}-name`,
    class: "pl-name",
    maxlength: LONGEST,
    // The reader's browser may offer the name; nothing is submitted that it could keep.
    autocomplete: "name",
    "aria-describedby": `${uid}-about`,
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter") make();
    },
  });
  const status = h("p", { role: "status" });
  const sheet = h("section", { class: "pl-paper pl-certificate", "aria-label": title });
  const print = () => printOnly(sheet);
  const page = h(
    "div",
    { hidden: true },
    sheet,
    h(
      "div",
      { class: "pl-actions" },
      h("button", { type: "button", class: "pl-button", onclick: print }, t.form_print_certificate),
    ),
  );

  function make() {
    page.hidden = false;
    status.textContent = t.form_certificate_made;
    change({ made: true });
  }

  function compose() {
    const written = name.value.trim();
    sheet.replaceChildren(
      h("p", { class: "pl-aside" }, t.form_certificate_kind),
      h("h2", {}, course),
      h(
        "p",
        { class: "pl-named" },
        ...(written ? [written] : [t.form_name, " ", h("span", { class: "pl-line" })]),
      ),
      h("p", {}, fill(t.form_certificate_on, { date: longDate(Date.now()) })),
      ...counts(),
      ...paragraphs(limits),
    );
  }

  /** What was done, where it is known. */
  function counts() {
    const found = done();
    if (!found) return [h("p", {}, t.form_done_unknown)];
    const { lessons, items, objectives } = found;
    return [
      h(
        "ul",
        { class: "pl-done" },
        row(t.form_done_lessons, lessons),
        row(t.form_done_items, items),
        row(t.form_done_objectives, objectives),
      ),
      h("p", { class: "pl-aside" }, t.form_done_firm),
    ];
  }

  function forget() {
    name.value = "";
    page.hidden = true;
    status.textContent = "";
    sheet.replaceChildren();
  }

  window.addEventListener("pagehide", forget);
  return {
    element: h(
      "div",
      {},
      h("label", { class: "pl-prompt", for: name.id }, t.form_name_ask),
      h("p", { class: "pl-aside", id: `${uid}-about` }, t.form_name_about),
      name,
      h(
        "div",
        { class: "pl-actions" },
        h("button", { type: "button", class: "pl-button", onclick: make }, t.form_make_certificate),
      ),
      status,
      page,
    ),
    show() {
      if (!page.hidden) compose();
    },
    completed: () => !page.hidden,
    leave() {
      forget();
      window.removeEventListener("pagehide", forget);
    },
  };
}

/**
 * @param {string} what
 * @param {import("../learning/done.js").Count} count
 */
const row = (what, { n, total }) =>
  h("li", {}, h("span", {}, what), " ", h("strong", {}, fill(t.form_done_of, { n, total })));
