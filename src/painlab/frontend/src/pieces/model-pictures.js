// The pictures of a simulation: lines, bars, people out of 100, or a turned head. Their still twins
// are drawn by `pieces/model_pictures.py`, which also gives the lengths, and `pieces/dial.py`.

import { dial } from "./dial.js";
import { axes, iconArray, label, line, place } from "./kit.js";
import { s } from "../shared/dom.js";

/** @typedef {{low: number, high: number, ticks: number[], name: string}} Axis */
/** @typedef {{name: string, look: string}} Part */
/** @typedef {{width: number, left: number, right: number, height: number, key: number,
 *   bar: number, array: number, apart: number}} Layout */
/** @typedef {Layout & {middle: number, head: number, rim: number}} DialLayout */
/** @typedef {{kind: "lines", at: number[], x: Axis, y: Axis, lines: Part[]}} Lines */
/** @typedef {{kind: "bars", x: Axis, bars: Part[], decimals: number}} Bars */
/** @typedef {{kind: "people", groups: string[], kinds: Part[]}} People */
/** @typedef {{kind: "dial", layout: DialLayout, x: Axis, hands: Part[], marks: Part[]}} Dial */
/** @typedef {{title: string, layout: Layout} & (Lines | Bars | People | Dial)} Picture */
/** @typedef {(values: number[][]) => Node[]} Draw */

/** @param {Lines & {layout: Layout}} picture @returns {{height: number, draw: Draw}} */
function lines({ at, x, y, lines: rows, layout }) {
  const { left, right, height, key } = layout;
  const top = key * rows.length + 24;
  const foot = top + height;
  const across = { from: x.low, to: x.high, start: left, end: right };
  const up = { from: y.low, to: y.high, start: foot, end: top };
  const words = { x: x.ticks, y: y.ticks, xName: x.name, yName: y.name };
  return {
    height: foot + 36,
    draw: (values) => [
      ...rows.flatMap(({ name, look }, row) => [
        s("path", { class: `pl-${look}`, d: `M2 ${key * row + 9}h30` }),
        label(left, key * row + 13, name, "pl-tick", "start"),
      ]),
      axes(across, up, words),
      ...rows.map(({ look }, row) => {
        const heights = values[row] ?? [];
        return line(across, up, at.map((point, i) => [point, heights[i] ?? 0]), `pl-${look}`);
      }),
    ],
  };
}

/** @param {Bars & {layout: Layout}} picture @returns {{height: number, draw: Draw}} */
function bars({ x, bars: rows, decimals, layout }) {
  const step = layout.bar + 26;
  const foot = step * rows.length + 4;
  const across = { from: x.low, to: x.high, start: 2, end: layout.right - 40 };
  return {
    height: foot + 36,
    draw: (values) => [
      ...x.ticks.flatMap((tick) => [
        // Behind the bars alone: through a name, a line would look like a letter.
        s("path", {
          class: "pl-grid",
          d: rows.map((_, row) => `M${place(across, tick)} ${step * row + 18}v${layout.bar}`).join(""),
        }),
        label(place(across, tick), foot + 15, String(tick)),
      ]),
      ...rows.flatMap(({ name, look }, row) => {
        const value = values[row]?.[0] ?? 0;
        const [end, top] = [place(across, value), step * row + 18];
        return [
          label(2, top - 5, name, "pl-tick", "start"),
          s("path", { class: `pl-${look}`, d: `M2 ${top}H${end}v${layout.bar}H2z` }),
          label(end + 5, top + 16, value.toFixed(decimals), "pl-tick", "start"),
        ];
      }),
      label(2, foot + 31, x.name, "pl-tick", "start"),
    ],
  };
}

/** @param {People & {layout: Layout}} picture @returns {{height: number, draw: Draw}} */
function people({ groups, kinds, layout }) {
  const { width, key } = layout;
  const size = Math.min(layout.array, (width - layout.apart * (groups.length - 1)) / groups.length);
  const step = (width - size) / Math.max(1, groups.length - 1);
  const top = key * kinds.length + 8;
  return {
    height: Math.round(top + size + 22),
    draw: (values) => [
      ...kinds.flatMap(({ name, look }, row) => [
        s("path", { class: `pl-${look}`, d: `M3 ${key * row + 3}h12v12h-12z` }),
        label(22, key * row + 13, name, "pl-tick", "start"),
      ]),
      ...groups.flatMap((group, at) => {
        const left = at * step;
        const transform = `translate(${left} ${top}) scale(${size / 100})`;
        // Squares, where the rest are figures, can be told apart without colour.
        const layers = ["person", "square"].map((mark) =>
          iconArray(
            kinds.flatMap(({ look }, kind) => {
              const shown = (look === "other") === (mark === "square");
              return Array(values[at]?.[kind] ?? 0).fill(shown ? `pl-${look}` : "pl-none");
            }),
            /** @type {"person" | "square"} */ (mark),
          ),
        );
        return [
          s("g", { transform }, ...layers),
          label(Math.round(100 * (left + size / 2)) / 100, Math.round(top + size + 15), group),
        ];
      }),
    ],
  };
}

/**
 * How to draw a picture: its height, and its shapes for any values.
 * @param {Picture} picture
 */
export function drawing(picture) {
  if (picture.kind === "lines") return lines(picture);
  if (picture.kind === "bars") return bars(picture);
  return picture.kind === "dial" ? dial(picture) : people(picture);
}
