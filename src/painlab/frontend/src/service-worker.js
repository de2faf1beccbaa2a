// Keeps the whole book on the reader's device, so that it opens without a network.
//
// Each file is kept under its address and its hash. An update therefore fetches only what changed,
// and what an interrupted one has brought is still there at the next visit. A new version waits
// until no page of the old one is open, or until the reader asks for it; only then is what it does
// not list deleted. Nothing is kept or answered but files of the book: not those of other sites,
// not those of another book on the same site.

import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute, setCatchHandler } from "workbox-routing";
import { cacheName } from "./offline/names.js";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/**
 * Address, seen from the book's root, and SHA-256 of each file. The build looks for this name and
 * writes the list in its place.
 * @type {[string, string][]}
 */
const FILES = /** @type {any} */ (self).__WB_MANIFEST;
const NOT_FOUND = "404.html";

let stopped = false;

// Files are kept while a version is installed, never while one is read: a page that is still open
// must not bring back what its reader has removed.
const controller = new PrecacheController({
  cacheName: cacheName(worker.registration.scope),
  plugins: [
    {
      cacheWillUpdate: async ({ event, response }) =>
        !stopped && event?.type === "install" && response.ok ? response : null,
    },
  ],
});
controller.precache(
  FILES.map(([url, hash]) => ({ url, revision: hash, integrity: `sha256-${hash}` })),
);

// No address of the book means another file with other parameters.
registerRoute(new PrecacheRoute(controller, { ignoreURLParametersMatching: [/./] }));
registerRoute(new NavigationRoute(({ request }) => fetch(request)));
// Where nothing is kept, because the browser made room or the page is none of ours, the network
// has the word.
setCatchHandler(async ({ request }) => {
  try {
    return await fetch(request);
  } catch {
    const found = request.mode === "navigate" && (await controller.matchPrecache(NOT_FOUND));
    return found || Response.error();
  }
});

async function isComplete() {
  const cache = await caches.open(controller.strategy.cacheName);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  return [...controller.getURLsToCacheKeys().values()].every((key) => kept.has(key));
}

/**
 * Keep every file once more, when the reader has removed them and this worker is still at work.
 * @param {ExtendableMessageEvent} event
 */
async function fillAgain(event) {
  stopped = false;
  const install = { type: "install", waitUntil: event.waitUntil.bind(event) };
  await controller.install(/** @type {ExtendableEvent} */ (install));
  return true;
}

worker.addEventListener("message", (event) => {
  const { data, ports } = event;
  const answer = (/** @type {boolean} */ yes) => ports[0]?.postMessage(yes);
  if (data === "show") event.waitUntil(worker.skipWaiting());
  if (data === "stop") stopped = true;
  if (data === "complete") event.waitUntil(isComplete().then(answer, () => answer(false)));
  if (data === "save") event.waitUntil(fillAgain(event).then(answer, () => answer(false)));
});
