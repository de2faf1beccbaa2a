// A file saved with "Download my data" comes back: checked entry by entry, merged, never trusted.

import { LOG, isAnswer, merged } from "./merge.js";
import { VERSION, isObject, nothing, parseKept } from "./migrate.js";
import { fill, plural } from "../shared/say.js";
import * as t from "../shared/strings.js";
import { counted } from "./stored.js";

/** @typedef {import("./migrate.js").Kept} Kept */
/** @typedef {import("./migrate.js").Try} Try */

/** More than the browser's own store takes, in characters. */
const LARGEST = 5_000_000;

/**
 * @param {import("./kept.js").Keep} kept
 * @param {string} text what the file holds
 * @returns {{ok: boolean, message: string}}
 */
export function restore(kept, text) {
  if (text.length > LARGEST) return { ok: false, message: t.progress_restore_large };
  const read = parseKept(text);
  if (!read) {
    return { ok: false, message: isNewer(text) ? t.progress_restore_newer : t.progress_restore_bad };
  }
  const { taken, left } = sound(read, Date.now());
  kept.change((all) => merged(all, taken));
  const words = [fill(t.progress_restored, { what: counted(taken) })];
  if (left) words.push(plural(left, t.progress_restored_left_one, t.progress_restored_left_other));
  return { ok: true, message: words.join(" ") };
}

/** @param {string} text */
function isNewer(text) {
  try {
    return JSON.parse(text).version > VERSION;
  } catch {
    return false;
  }
}

/**
 * What of a file can be taken, and how many entries cannot.
 * @param {Kept} read
 * @param {number} now no try is later than this, whatever a clock said
 * @returns {{taken: Kept, left: number}}
 */
function sound(read, now) {
  let left = 0;
  /**
   * @template T
   * @param {Record<string, unknown>} all
   * @param {(value: any) => T | null} check
   * @returns {Record<string, T>}
   */
  const only = (all, check) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) => {
        const good = isObject(value) ? check(value) : null;
        if (!good) left += 1;
        return good ? [[name, good]] : [];
      }),
    );
  /** @param {any} value */
  const time = (value) => (Number.isFinite(value) ? Math.min(value, now) : null);
  /** @param {any} value */
  const isGrade = (value) => value === null || typeof value === "boolean";
  /** @param {any} tried @returns {Try[]} */
  const tries = (tried) =>
    isObject(tried) && isGrade(tried.correct)
      ? [{ ...sureness(tried), at: time(tried.at), correct: tried.correct }]
      : [];

  const answers = only(read.answers, (value) => {
    const { response, correct, first, at, log, tries: n } = value;
    if (!isAnswer(value) || !Number.isInteger(n) || !isGrade(correct)) return null;
    const kept = { response, correct, first: isGrade(first) ? first : null, tries: n };
    return { ...kept, ...sureness(value), at: time(at), log: log.flatMap(tries).slice(-LOG) };
  });
  const filled = (/** @type {any} */ { response, at }) => {
    const when = time(at);
    return when === null || response === undefined ? null : { response, at: when };
  };
  const forms = only(read.forms, (value) => only(value, filled));
  const pages = only(read.pages, ({ title, at, read: end }) => {
    const [when, done] = [time(at), time(end)];
    if (when === null || typeof title !== "string") return null;
    return { title, at: when, ...(done === null ? {} : { read: done }) };
  });
  return { taken: { ...nothing(), answers, forms, pages }, left };
}

/** @param {any} value */
const sureness = ({ confidence }) => (typeof confidence === "string" ? { confidence } : {});
