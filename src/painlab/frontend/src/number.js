// Numbers as people type and read them.

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
    .replace(/(\d)[\s\u00a0\u202f'](?=\d{3}(\D|$))/g, "$1");
  const decimal = decimalMark(bare);
  const thousands = decimal === "," ? /\./g : /,/g;
  const normal = bare.replace(thousands, "").replace(decimal, ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(normal) ? Number(normal) : null;
}

/**
 * Which mark sets off the decimals. "1,211" has none: three digits after a comma are thousands.
 * @param {string} text
 */
function decimalMark(text) {
  const comma = text.lastIndexOf(",");
  const dot = text.lastIndexOf(".");
  if (comma < 0) return ".";
  if (dot >= 0) return comma > dot ? "," : ".";
  return /^[+-]?[1-9]\d{0,2}(,\d{3})+$/.test(text) ? "." : ",";
}

/**
 * Write a number as the course does: "1,211", a true minus sign, no spare zeros.
 * @param {number} value
 */
export function writeNumber(value) {
  const text = value.toLocaleString("en-US", { maximumFractionDigits: 4 });
  return text.replace("-", "\u2212");
}
