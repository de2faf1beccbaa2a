// Numbers as people type and read them.

import { language } from "./locale.js";

/**
 * Read a number however it is written: "1,211", "1 211", "0,5", "60 %", "60 of 100".
 * @param {string} text
 * @returns {number | null} null when it is not a number
 */
export function readNumber(text) {
  const bare = text
    .trim()
    .replace(/\u2212/g, "-")
    .replace(/\s*(%|percent|(?:out )?of 100)$/i, "")
    .replace(/(\d)[\s\u00a0\u202f'\u2019](?=\d{3}(\D|$))/g, "$1");
  const decimal = decimalMark(bare);
  const thousands = decimal === "," ? /\./g : /,/g;
  const normal = bare.replace(thousands, "").replace(decimal, ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(normal) ? Number(normal) : null;
}

/**
 * Which mark sets off the decimals. On an English page "1,211" has none, on a German one "1.211"
 * has none: three digits after the other mark are thousands.
 * @param {string} text
 */
function decimalMark(text) {
  const comma = text.lastIndexOf(",");
  const dot = text.lastIndexOf(".");
  const own = formatter().format(0.5).includes(",") ? "," : ".";
  if (comma < 0 && dot < 0) return own;
  if (comma >= 0 && dot >= 0) return comma > dot ? "," : ".";
  const used = dot < 0 ? "," : ".";
  if (used === own) return own;
  return /^[+-]?[1-9]\d{0,2}([.,]\d{3})+$/.test(text) ? own : used;
}

const formatter = () => new Intl.NumberFormat(language(), { maximumFractionDigits: 4 });

/**
 * Write a number as the page's language does, in English "1,211": a true minus sign, no spare zeros.
 * @param {number} value
 */
export function writeNumber(value) {
  return formatter().format(value).replace("-", "\u2212");
}
