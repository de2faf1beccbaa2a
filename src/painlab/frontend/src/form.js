// A form: its heading, its gate, what it asks, and where what is filled in stays.

import { certificate } from "./forms/certificate.js";
import { checklist } from "./forms/checklist.js";
import { h, nextOnPage } from "./shared/dom.js";
import { done } from "./learning/done.js";
import { twoTaps } from "./storage/file.js";
import { ownKeys } from "./shared/keys.js";
import { quietNotes } from "./shared/notes.js";
import { plan } from "./forms/plan.js";
import { reflection } from "./forms/reflection.js";
import { weave } from "./shared/say.js";
import { deviceStore, modelStore } from "./storage/store.js";
import * as t from "./shared/strings.js";
import { survey } from "./forms/survey.js";
import { paragraphs } from "./shared/text.js";

/** @typedef {import("./shared/host.js").Model} Model */
/** @typedef {import("./storage/store.js").Store} Store */

/**
 * What a kind of form is told.
 * @typedef {object} Context
 * @property {string} uid
 * @property {string} occasion
 * @property {(response: any) => void} change keep what is filled in now
 * @property {(id: string, occasion: string) => any} earlier what another form holds
 * @property {() => ReturnType<typeof done> | null} done what was done in the course, where it is known
 */

/**
 * @typedef {object} View
 * @property {HTMLElement} element
 * @property {HTMLElement} [top] what must be seen first, whatever comes below
 * @property {(response: any) => void} show put in what is kept; undefined begins anew
 * @property {() => boolean} completed
 * @property {() => void} [leave]
 */

/** @type {Record<string, (form: any, context: Context) => View>} */
const KINDS = { checklist, reflection, survey, plan, certificate };

/** @type {Store | undefined} one for all forms of a page */
let device;

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const onDevice = model.get("keep") === "device";
  const form = model.get("form");
  const gate = model.get("gate");
  const occasion = model.get("occasion");
  const holds = model.get("holds");
  const uid = `pl-form-${nextOnPage()}`;
  const store = storeFor(Boolean(form.store || holds || reads(form)), model, onDevice);
  const make = KINDS[form.kind];
  if (!make) throw new Error(`unknown kind of form: ${form.kind}`);
  /** @type {any} what is filled in, where it is not stored */
  let held;

  /** @type {Context} */
  const context = {
    uid,
    occasion,
    change(response) {
      if (form.store) return store?.saveForm(form.id, occasion, response);
      held = response;
      return update();
    },
    earlier: (id, when) => store?.form(id, when)?.response,
    done: () => (holds && store ? done(holds, store.pages(), store.answers()) : null),
  };
  const view = make(form, context);
  const foot = form.store && store ? keeping(form, store, onDevice) : notKept(form);
  const body = h("div", {}, ...written(form, view), foot.element);
  const title = h("p", { class: "pl-quiz-title" }, form.title);
  const root = h(
    "div",
    { class: "pl-quiz pl-form", role: "group", "aria-label": form.title },
    ...(gate ? gated(gate, title, body) : [view.top, title, body]),
  );
  quietNotes(root);
  ownKeys(root);

  function update() {
    const response = form.store ? store?.form(form.id, occasion)?.response : held;
    view.show(response);
    foot.refresh();
    // What is not to be kept does not leave the page, not even for Python.
    if (form.store) model.set("response", response ?? {});
    model.set("completed", view.completed());
    model.save_changes();
  }
  const unsubscribe = store?.subscribe(update);
  update();
  el.append(root);
  return () => {
    view.leave?.();
    unsubscribe?.();
  };
}

/** @param {any} form */
const reads = ({ fields }) => fields?.some((/** @type {any} */ field) => field.from);

/**
 * A form that keeps nothing, and asks nothing of what is kept, does not even open the storage.
 * @param {boolean} needed
 * @param {Model} model
 * @param {boolean} onDevice
 * @returns {Store | null}
 */
function storeFor(needed, model, onDevice) {
  if (!needed) return null;
  if (!onDevice) return modelStore(model);
  return (device ??= deviceStore(() => window.localStorage, window));
}

/**
 * @param {any} form
 * @param {View} view
 */
function written({ prompt, sources }, { element }) {
  /** @param {{text: string, href: string}} source @param {number} i */
  const link = ({ text, href }, i) => [i ? "; " : "", href ? h("a", { href }, text) : text];
  const links = sources.flatMap(link);
  return [
    ...paragraphs(prompt),
    h("form", { class: "pl-item", onsubmit: (/** @type {Event} */ e) => e.preventDefault() }, element),
    links.length ? h("p", { class: "pl-sources" }, ...weave(t.sources, { sources: links })) : null,
  ];
}

/**
 * The checklist that comes first, and the door it opens. Its ticks are not stored.
 * @param {any} gate
 * @param {HTMLElement} title
 * @param {HTMLElement} body
 */
function gated(gate, title, body) {
  const door = h("p", { role: "status", class: "pl-door" });
  const view = checklist(gate, {
    uid: "",
    occasion: "",
    change(response) {
      view.show(response);
      turn();
    },
    earlier: () => undefined,
    done: () => null,
  });
  function turn() {
    const result = view.result();
    const open = result === "clear" || result === "routine";
    body.hidden = !open;
    door.textContent = open ? t.form_gate_open : result ? t.form_gate_shut : t.form_gate_first;
  }
  turn();
  return [
    view.top,
    h("p", { class: "pl-quiz-title" }, gate.title),
    ...written(gate, view),
    notKept(gate).element,
    title,
    door,
    body,
  ];
}

/** @param {any} form */
function notKept({ kind }) {
  const words = kind === "checklist" ? t.form_not_kept_ticks : t.form_not_kept;
  return { element: h("p", { class: "pl-foot" }, words), refresh() {} };
}

/**
 * The line under a form: where what is filled in stays, and how to take it away.
 * @param {any} form
 * @param {Store} store
 * @param {boolean} onDevice
 */
function keeping({ id }, store, onDevice) {
  const place = h("p", { class: "pl-kept" });
  const status = h("span", { role: "status" });
  const erase = twoTaps("pl-link-button", t.form_erase, t.form_erase_sure, (done) => {
    if (done) store.eraseForm(id);
    status.textContent = done ? t.form_erased : "";
  });
  return {
    element: h("div", { class: "pl-foot" }, place, erase, status),
    refresh() {
      place.textContent = store.notice() || (onDevice ? t.form_kept : t.form_kept_notebook);
    },
  };
}

export default { render };
