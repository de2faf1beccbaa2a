"""What a page asks of the browser that could tell readers apart, keep data or send it."""

from __future__ import annotations

from playwright.sync_api import Page

# Vega measures how wide a text is, to place labels and axes; the widths stay in the picture.
ALLOWED = {"getContext(2d) by vega.book.js", "measureText() by vega.book.js"}

KEYS = {"painlab.progress", "painlab.offline", "theme"}
"""Every key under which the course keeps something."""

# Runs before the page's own scripts; what is noted ends with the file that asked.
SCRIPT = """(() => {
  const asked = new Set();
  window.plAsked = asked;
  const note = (what) => {
    const file = /[\\w.-]+\\.js\\b/.exec(new Error().stack) ?? ["the page"];
    asked.add(`${what} by ${file[0]}`);
  };
  const call = (owner, name, words = () => "") => {
    const real = owner?.prototype[name];
    if (!real) return;
    owner.prototype[name] = function (...given) {
      note(`${name}(${words(given)})`);
      return real.apply(this, given);
    };
  };
  const look = (owner, name) => {
    const real = Object.getOwnPropertyDescriptor(owner, name);
    if (!real?.get) return;
    const get = function () { note(name); return real.get.call(this); };
    const set = real.set && function (value) { note(`${name} =`); real.set.call(this, value); };
    Object.defineProperty(owner, name, { ...real, get, set });
  };
  for (const owner of [HTMLCanvasElement, OffscreenCanvas]) {
    call(owner, "getContext", ([kind]) => kind);
    for (const name of ["toDataURL", "toBlob", "convertToBlob"]) call(owner, name);
  }
  for (const owner of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
    for (const name of ["getImageData", "measureText"]) call(owner, name);
  }
  call(FontFaceSet, "check");
  call(Navigator, "sendBeacon");
  call(Navigator, "getBattery");
  const signs = ["plugins", "mimeTypes", "hardwareConcurrency", "deviceMemory", "userAgentData",
    "userAgent", "platform", "languages", "maxTouchPoints", "connection", "mediaDevices"];
  for (const name of signs) look(Navigator.prototype, name);
  for (const name of ["colorDepth", "pixelDepth"]) look(Screen.prototype, name);
  look(Document.prototype, "cookie");
  for (const name of ["indexedDB", "cookieStore", "sessionStorage"]) look(window, name);
  const lines = ["AudioContext", "OfflineAudioContext", "RTCPeerConnection", "WebSocket",
    "EventSource", "WebTransport", "SharedWorker"];
  for (const name of lines) {
    if (!window[name]) continue;
    window[name] = new Proxy(window[name], {
      construct(real, given) { note(`new ${name}`); return Reflect.construct(real, given); },
    });
  }
})();"""


def asked(page: Page) -> set[str]:
    """Return what was noted on `page` and is not allowed."""
    return set(page.evaluate("[...plAsked]")) - ALLOWED


def strange_keys(page: Page) -> set[str]:
    """Return the keys the page's site has stored that are none of `KEYS`."""
    return set(page.evaluate("Object.keys(localStorage)")) - KEYS
