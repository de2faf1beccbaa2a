// Says whether the book is saved on this device, and saves or removes it.

import { ROOT, choice, choose, isAble, register } from "./offline/device.js";
import { cacheName } from "./offline/names.js";
import { h } from "./shared/dom.js";
import * as t from "./shared/strings.js";

/** @typedef {"here" | "unable" | "saved" | "saving" | "off" | "none"} State */

const WORDS = {
  here: t.offline_here,
  unable: t.offline_unable,
  saved: t.offline_saved,
  saving: t.offline_saving,
  off: t.offline_off,
  none: t.offline_none,
};

/** @returns {Promise<ServiceWorkerRegistration | undefined>} the book's own, if there is one */
async function registration() {
  const found = await navigator.serviceWorker.getRegistration(ROOT);
  return found?.scope === ROOT ? found : undefined;
}

/**
 * @param {ServiceWorker} worker
 * @param {"complete" | "save"} what
 * @returns {Promise<boolean>}
 */
function ask(worker, what) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(what, [port2]);
  });
}

/**
 * @param {ServiceWorker} worker one that is being installed
 * @returns {Promise<boolean>} whether that went well
 */
function isInstalled(worker) {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === "activated") resolve(true);
      if (worker.state === "redundant") resolve(false);
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** @returns {Promise<State>} */
async function now() {
  if (location.protocol === "file:") return "here";
  if (!isAble()) return "unable";
  const found = await registration();
  if (found?.active && (await ask(found.active, "complete"))) return "saved";
  if (found?.installing) return "saving";
  return choice() === "off" ? "off" : "none";
}

/** @returns {Promise<boolean>} whether every file is there, in the end */
async function bring() {
  const { active, installing, waiting } = await register();
  const first = active ?? installing ?? waiting;
  if (!first || !(await isInstalled(first))) return false;
  return (await ask(first, "complete")) || ask(first, "save");
}

async function remove() {
  const found = await registration();
  for (const worker of [found?.installing, found?.active]) worker?.postMessage("stop");
  await found?.unregister();
  await caches.delete(cacheName(ROOT));
}

/** @param {{el: HTMLElement}} context */
async function render({ el }) {
  const words = h("p", { role: "status" });
  const save = h("button", { type: "button", class: "pl-button" }, t.offline_save);
  const take = h("button", { type: "button", class: "pl-quiet-button" }, t.offline_remove);
  /** How often the reader has pressed a button: what was begun before has no more to say. */
  let presses = 0;

  /** @type {(how: State, said?: string) => void} */
  function show(how, said = WORDS[how]) {
    const focused = document.activeElement;
    words.textContent = said;
    save.hidden = how !== "none" && how !== "off";
    take.hidden = how !== "saved" && how !== "saving";
    if (focused === save && save.hidden) take.focus();
    if (focused === take && take.hidden) save.focus();
  }

  async function follow() {
    const mine = presses;
    show("saving");
    const done = await bring().catch(() => false);
    if (mine === presses) show(done ? "saved" : "none", done ? undefined : t.offline_failed);
  }
  async function look() {
    const mine = presses;
    const state = await now().catch(() => /** @type {State} */ ("unable"));
    if (mine !== presses) return;
    show(state);
    if (state === "saving") void follow();
  }
  save.addEventListener("click", () => {
    presses += 1;
    choose("on");
    void follow();
  });
  take.addEventListener("click", async () => {
    presses += 1;
    choose("off");
    await remove().catch(() => {});
    show("off", t.offline_removed);
  });

  el.append(h("div", { class: "pl-progress" }, words, h("p", {}, save, take)));
  await look();
  // Each page saves the book on its own; this one tells when that is done.
  if (save.hidden || !isAble()) return;
  void navigator.serviceWorker.ready.then(() => (presses ? undefined : look()));
}

export default { render };
