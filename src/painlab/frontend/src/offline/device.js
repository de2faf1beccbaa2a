// What a page knows of the book saved on this device.

import { scriptAddress } from "../shared/script.js";

/** Where the reader's choice stands: "on", "off", or nothing. */
const CHOICE = "painlab.offline";

// The scripts stand in a folder of their own, one below the book's root.
const script = /** @type {HTMLScriptElement} */ (document.currentScript);
export const ROOT = new URL("..", script.src).href;

/** Whether this browser, at this address, can keep the book at all. */
export const isAble = () => /^https?:$/.test(location.protocol) && "serviceWorker" in navigator;

/** @returns {string | null} "off" also where the browser forbids to keep anything */
export function choice() {
  try {
    return localStorage.getItem(CHOICE);
  } catch {
    return "off";
  }
}

/** @param {"on" | "off"} how */
export function choose(how) {
  try {
    localStorage.setItem(CHOICE, how);
  } catch {
    // Where nothing can be kept, the book is not saved either.
  }
}

export const register = () =>
  navigator.serviceWorker.register(scriptAddress(`${ROOT}service-worker.js`));
