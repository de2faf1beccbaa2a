// The order in which options are shown at another try.

/**
 * Mix an order; the same round gives the same order each time, and never the one there was.
 * @param {number[]} before
 * @param {number} round 0 leaves everything as it is
 */
export function mixed(before, round) {
  if (!round) return before;
  const order = [...before];
  let seed = round;
  for (let i = order.length - 1; i > 0; i -= 1) {
    // Park and Miller's generator: small, and whole numbers stay exact.
    seed = (seed * 48271) % 2147483647;
    const j = seed % (i + 1);
    [order[i], order[j]] = [Number(order[j]), Number(order[i])];
  }
  return order.every((value, i) => value === before[i]) ? turned(order) : order;
}

/**
 * The same round, begun one place later: nothing stays where it was.
 * @param {number[]} order
 */
export const turned = (order) => [...order.slice(1), ...order.slice(0, 1)];
