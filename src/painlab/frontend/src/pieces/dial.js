// A head seen from above on a dial: hands that point, and marks on the rim. Its still twin is drawn
// by `pieces/dial.py`.

import { label } from "./kit.js";
import { s } from "../shared/dom.js";

/** @typedef {import("./model-pictures.js").Dial} Dial */

const RADIANS = Math.PI / 180;

/** @param {string} look @param {string} d */
const path = (look, d) => s("path", { class: `pl-${look}`, d });

/** @param {Dial} picture */
export function dial({ x, hands, marks, layout }) {
  const { left, key, middle: across, head, rim } = layout;
  const lines = [...hands, ...marks];
  const down = key * lines.length + rim + 32;
  const foot = down + Math.round(rim * Math.max(0, -Math.cos(x.high * RADIANS))) + 38;

  /**
   * The place that lies `far` from the middle of the head.
   * @param {number} degrees
   * @param {number} far
   */
  function at(degrees, far) {
    const turn = degrees * RADIANS;
    return [across + far * Math.sin(turn), down - far * Math.cos(turn)].map((n) => n.toFixed(2));
  }
  /** @param {number} degrees @param {number} far */
  const to = (degrees, far) => at(degrees, far).join(" ");

  /** @param {number} nose degrees */
  const headAt = (nose) => [
    // Shoulders first: the head lies over them.
    path("off", `M${across - 70} ${down}a70 20 0 1 0 140 0a70 20 0 1 0-140 0z`),
    path("on", `M${to(nose - 16, head)}L${to(nose, head + 12)}L${to(nose + 16, head)}z`),
    path(
      "copied",
      `M${across - head} ${down}a${head} ${head} 0 1 0 ${2 * head} 0a${head} ${head} 0 1 0-${2 * head} 0z`,
    ),
  ];

  return {
    height: foot + 6,
    draw: (/** @type {number[][]} */ values) => [
      ...lines.flatMap(({ name, look }, row) => [
        path(look, `M2 ${key * row + 9}h30`),
        label(left, key * row + 13, name, "pl-tick", "start"),
      ]),
      path("off", `M${to(x.low, rim)}A${rim} ${rim} 0 0 1 ${to(x.high, rim)}`),
      ...x.ticks.map((tick) => {
        const [right = 0, below = 0] = at(tick, rim + 20).map(Number);
        return label(right, below + 4, String(tick));
      }),
      ...headAt(values[0]?.[0] ?? 0),
      ...lines.map(({ look }, row) => {
        const degrees = values[row]?.[0] ?? 0;
        const [from, end] = row < hands.length ? [head + 14, rim - 26] : [rim - 22, rim + 5];
        return path(look, `M${to(degrees, from)}L${to(degrees, end)}`);
      }),
      label(2, foot, x.name, "pl-tick", "start"),
    ],
  };
}
