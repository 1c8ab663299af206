// One line of a figure: what we need, what they need, the ratio with its spread, and whether the aim is met.
import { median, ratio } from "./stats.mjs";

/**
 * @param ours one number for each round
 * @param theirs the same rounds of the alternative
 * @param aim for ours / theirs: `{ atMost }`, `{ below }` or `{ atLeast }`; none: the line is only reported
 */
export function compare({ what, against, unit, ours, theirs, aim = {} }) {
  const found = ratio(ours, theirs);
  return {
    what,
    against,
    unit,
    ours: median(ours),
    theirs: median(theirs),
    ratio: found,
    ...judge(found.mid, aim),
  };
}

/** The aim in words, and whether it is met; nothing where there is none. */
export function judge(value, { atMost, below, atLeast }, unit = "×") {
  if (atMost !== undefined) return { aim: `≤ ${atMost}${unit}`, met: value <= atMost };
  if (below !== undefined) return { aim: `< ${below}${unit}`, met: value < below };
  if (atLeast !== undefined) return { aim: `≥ ${atLeast}${unit}`, met: value >= atLeast };
  return {};
}

/** A line about a number of ours alone. */
export function alone({ what, unit, value, aim = {}, low = value, high = value }) {
  return { what, unit, ours: value, spread: { low, high }, ...judge(value, aim, unit && ` ${unit}`) };
}
