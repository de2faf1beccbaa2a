// Saves the book on this device once the page has come to rest, and says in the footer when a newer
// version waits. It says nothing else.

import { choice, isAble, register } from "../offline/device.js";
import { h } from "../shared/dom.js";
import { offline_newer, offline_show } from "../shared/strings.js";

const place = document.querySelector(".pl-update");
/** The page comes first: nothing is saved so soon after it is complete; milliseconds. */
const REST = 5000;

const reload = () => location.reload();

/** @param {() => void} show */
function offer(show) {
  const button = h("button", { type: "button", onclick: show }, offline_show);
  place?.replaceChildren(`${offline_newer} `, button);
}

/** @param {ServiceWorker} next a version that waits */
function offerNext(next) {
  offer(() => {
    next.addEventListener("statechange", () => next.state === "activated" && reload());
    next.postMessage("show");
  });
}

async function start() {
  const { serviceWorker } = navigator;
  // Another tab has asked for the newer version; what is written on this page is its reader's.
  if (serviceWorker.controller) {
    serviceWorker.addEventListener("controllerchange", () => offer(reload));
  }
  const registration = await register();
  if (registration.waiting) offerNext(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const next = registration.installing;
    next?.addEventListener("statechange", () => {
      if (next === registration.waiting && registration.active) offerNext(next);
    });
  });
}

if (isAble() && choice() !== "off") {
  const idle = window.requestIdleCallback ?? setTimeout;
  // A browser may refuse, in a private window for one; the book then reads as ever.
  const save = () => idle(() => void start().catch(() => {}));
  window.addEventListener("load", () => setTimeout(save, REST));
}
