// Few numbers that hardly mind an outlier: the machine does other things too.

/** The value below which `part` of the numbers lie, between two of them where it falls there. */
export function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)];
  return below + (sorted[Math.ceil(place)] - below) * (place % 1);
}

export const median = (numbers) => quantile(numbers, 0.5);

/** Median and interquartile range. */
export function spread(numbers) {
  return { mid: median(numbers), low: quantile(numbers, 0.25), high: quantile(numbers, 0.75), count: numbers.length };
}

/** How `ours` compares to `theirs`, round by round: what slowed a round down slowed both. */
export function ratio(ours, theirs) {
  return spread(ours.map((value, round) => value / theirs[round]));
}
