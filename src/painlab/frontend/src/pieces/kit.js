// The small SVG kit of the pieces: icon arrays, axes, lines, points and bars. It knows no
// statistics and no colours: shapes carry class names, the style sheet paints them.

import { s } from "../shared/dom.js";

/**
 * How values are laid out along one side of a chart.
 * @typedef {object} Scale
 * @property {number} from first value
 * @property {number} to last value
 * @property {number} start place of the first value, in units of the picture
 * @property {number} end place of the last value
 */

/** @typedef {[value: number, height: number | null]} Point */

/**
 * An empty picture that a screen reader can name.
 * @param {number} width
 * @param {number} height
 * @param {string} title what it is
 * @param {string} [text] what it shows
 */
export function picture(width, height, title, text = "") {
  const box = { viewBox: `0 0 ${width} ${height}`, role: "img", class: "pl-picture" };
  return s("svg", box, s("title", {}, title), s("desc", {}, text));
}

/**
 * Put new shapes and new words into a picture.
 * @param {Element} target made by `picture`
 * @param {string} text what it shows now
 * @param {Node[]} shapes
 */
export function redraw(target, text, ...shapes) {
  const title = /** @type {Element} */ (target.firstElementChild);
  target.replaceChildren(title, s("desc", {}, text), ...shapes);
}

/**
 * The cells of an icon array, filled in blocks.
 * @param {...[name: string, count: number]} parts
 * @returns {string[]} one class name a cell
 */
export function blocks(...parts) {
  return parts.flatMap(([name, count]) => Array(count).fill(name));
}

const COLUMNS = 10;
const CELL = 10;
const MARKS = {
  square: (/** @type {number} */ x, /** @type {number} */ y) => `M${x + 1} ${y + 1}h8v8h-8z`,
  person: (/** @type {number} */ x, /** @type {number} */ y) =>
    `M${x + 3} ${y + 2.6}a2 2 0 1 0 4 0a2 2 0 1 0-4 0zM${x + 1.8} ${y + 9.6}v-1.7a3.2 3.2 0 0 1 6.4 0v1.7z`,
};

/** Width and height of an icon array of 100. */
export const ARRAY_SIZE = COLUMNS * CELL;

/**
 * An icon array, ten cells a row; cells of one class become one path.
 * @param {string[]} cells class name of each cell, row by row
 * @param {"square" | "person"} [mark]
 */
export function iconArray(cells, mark = "square") {
  /** @type {Map<string, string>} */
  const paths = new Map();
  cells.forEach((name, index) => {
    const [x, y] = [(index % COLUMNS) * CELL, Math.floor(index / COLUMNS) * CELL];
    paths.set(name, (paths.get(name) ?? "") + MARKS[mark](x, y));
  });
  const drawn = [...paths].map(([name, d]) => s("path", { class: name, d }));
  return s("g", { class: "pl-array" }, ...drawn);
}

/**
 * A stepped line behind the first `count` cells of an icon array: where a guess ended.
 * @param {number} count
 */
export function boundary(count) {
  const [x, y] = [(count % COLUMNS) * CELL, Math.floor(count / COLUMNS) * CELL];
  const step = x ? `M0 ${y + CELL}H${x}V${y}H${ARRAY_SIZE}` : `M0 ${y}H${ARRAY_SIZE}`;
  return s("path", { class: "pl-boundary", d: step });
}

/**
 * @param {Scale} scale
 * @param {number} value
 */
export function place(scale, value) {
  const share = (value - scale.from) / (scale.to - scale.from);
  return Math.round((scale.start + share * (scale.end - scale.start)) * 100) / 100;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} words
 * @param {string} [name] class
 * @param {"start" | "middle" | "end"} [anchor]
 */
export function label(x, y, words, name = "pl-tick", anchor = "middle") {
  return s("text", { x, y, class: name, "text-anchor": anchor }, words);
}

/**
 * Both axes with grid lines, ticks and names.
 * @param {Scale} x
 * @param {Scale} y
 * @param {{x: number[], y: number[], xName: string, yName: string}} ticks
 */
export function axes(x, y, ticks) {
  const group = s("g", { class: "pl-axes" });
  for (const value of ticks.y) {
    const level = place(y, value);
    group.append(s("path", { class: "pl-grid", d: `M${x.start} ${level}H${x.end}` }));
    group.append(label(x.start - 5, level + 4, String(value), "pl-tick", "end"));
  }
  for (const value of ticks.x) {
    group.append(label(place(x, value), y.start + 15, String(value)));
  }
  group.append(label(x.end, y.start + 30, ticks.xName, "pl-tick", "end"));
  group.append(label(0, y.end - 10, ticks.yName, "pl-tick", "start"));
  return group;
}

/**
 * A line through the points that have a height; it breaks where one has none.
 * @param {Scale} x
 * @param {Scale} y
 * @param {Point[]} points
 * @param {string} name class
 */
export function line(x, y, points, name) {
  let pen = "M";
  let d = "";
  for (const [value, height] of points) {
    if (height === null) pen = "M";
    else {
      d += `${pen}${place(x, value)} ${place(y, height)}`;
      pen = "L";
    }
  }
  return s("path", { class: name, d });
}

/**
 * A dot for each point that has a height.
 * @param {Scale} x
 * @param {Scale} y
 * @param {Point[]} points
 * @param {string} name class
 * @param {number} radius
 */
export function dots(x, y, points, name, radius) {
  const drawn = points.map(([value, height]) => {
    return height !== null && s("circle", { cx: place(x, value), cy: place(y, height), r: radius });
  });
  return s("g", { class: name }, ...drawn);
}

/**
 * A cross for each point that has a height.
 * @param {Scale} x
 * @param {Scale} y
 * @param {Point[]} points
 * @param {string} name class
 */
export function crosses(x, y, points, name) {
  const d = points.map(([value, height]) => {
    if (height === null) return "";
    return `M${place(x, value) - 5} ${place(y, height) - 5}l10 10m0-10l-10 10`;
  });
  return s("path", { class: name, d: d.join("") });
}

/**
 * A bar from the foot of the scale for each point that has a height.
 * @param {Scale} x
 * @param {Scale} y
 * @param {Point[]} points
 * @param {string} name class
 * @param {number} width
 */
export function bars(x, y, points, name, width) {
  const foot = place(y, y.from);
  const d = points.map(([value, height]) => {
    if (height === null) return "";
    return `M${place(x, value) - width / 2} ${foot}V${place(y, height)}h${width}V${foot}z`;
  });
  return s("path", { class: name, d: d.join("") });
}
