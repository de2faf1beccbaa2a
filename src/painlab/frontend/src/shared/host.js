// The static host: what Jupyter's widget manager does, as far as a page without a kernel needs it.
// It reads a widget's state from the page, hands the widget a model, and hides the fallback.

import { host_failed } from "./strings.js";

/**
 * The part of anywidget's model that our widgets use.
 * @typedef {object} Model
 * @property {(name: string) => any} get
 * @property {(name: string, value: any) => void} set
 * @property {(event: string, listener: (...args: any[]) => void) => void} on
 * @property {(event?: string | null, listener?: ((...args: any[]) => void) | null) => void} off
 * @property {() => void} save_changes
 */

/**
 * A widget in anywidget's front-end module form.
 * @typedef {object} Widget
 * @property {(context: {model: Model, el: HTMLElement}) => unknown} render
 */

/**
 * @param {Record<string, any>} state
 * @returns {Model}
 */
export function createModel(state) {
  const values = new Map(Object.entries(state));
  /** @type {Map<string, Set<(...args: any[]) => void>>} */
  const listeners = new Map();
  const tell = (/** @type {string} */ event) => {
    for (const listener of [...(listeners.get(event) ?? [])]) listener();
  };
  return {
    get: (name) => values.get(name),
    set(name, value) {
      if (values.get(name) === value) return;
      values.set(name, value);
      tell(`change:${name}`);
      tell("change");
    },
    on(event, listener) {
      if (!listeners.has(event)) listeners.set(event, new Set());
      listeners.get(event)?.add(listener);
    },
    off(event, listener) {
      if (!event) listeners.clear();
      else if (!listener) listeners.delete(event);
      else listeners.get(event)?.delete(listener);
    },
    save_changes() {},
  };
}

/**
 * Show in a few words that the text version stands because the interactive one could not start.
 * @param {HTMLElement} place
 */
function leaveNote(place) {
  const note = place.ownerDocument.createElement("p");
  note.className = "pl-aside";
  note.textContent = host_failed;
  place.prepend(note);
}

/**
 * @param {HTMLElement} place a `.pl-widget` with its state and its fallback
 * @param {Widget} widget
 */
export async function mount(place, widget) {
  if (place.dataset.mounted) return;
  place.dataset.mounted = "true";
  const fallback = /** @type {HTMLElement | null} */ (place.querySelector(":scope > .pl-fallback"));
  const el = place.ownerDocument.createElement("div");
  el.className = "pl-mount";
  try {
    const state = JSON.parse(place.querySelector(":scope > .pl-state")?.textContent ?? "");
    place.append(el);
    await widget.render({ model: createModel(state), el });
    if (fallback) fallback.hidden = true;
  } catch {
    // A reader can do nothing with a stack trace; the text version holds everything.
    el.remove();
    leaveNote(place);
  }
}

/**
 * Mount a widget wherever the page has a place for it: one a task, so that a tap in between is heard.
 * @param {string} name
 * @param {Widget} widget
 * @param {Document} page
 */
export function mountAll(name, widget, page = document) {
  const start = async () => {
    for (const place of page.querySelectorAll(`.pl-widget[data-module="${name}"]`)) {
      void mount(/** @type {HTMLElement} */ (place), widget);
      await new Promise((done) => setTimeout(done));
    }
  };
  if (page.readyState === "loading") page.addEventListener("DOMContentLoaded", start);
  else void start();
}
