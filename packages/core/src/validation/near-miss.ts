/**
 * The known name that a caller most likely meant by `name`, or undefined when `name` is known itself or resembles none of
 * them. Alike are names that differ only in case, `_` or `-`, or by one typing error (two in a name of 10 or more
 * letters); a typing error is a letter too much, too few, wrong, or swapped with its neighbour.
 */
export function nearMiss(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || known.includes(name)) return undefined;
  const wanted = plain(name);
  return (
    known.find((right) => plain(right) === wanted) ??
    known.find((right) => withinEdits(name, right, right.length < 10 ? 1 : 2))
  );
}

function plain(name: string): string {
  return name.replace(/[_-]/g, "").toLowerCase();
}

/** Whether `edits` typing errors are enough to turn `a` into `b` (Damerau-Levenshtein, optimal string alignment). */
function withinEdits(a: string, b: string, edits: number): boolean {
  const step = (inA: number, inB: number, cost = 1) => withinEdits(a.slice(inA), b.slice(inB), edits - cost);
  if (a === b) return true;
  if (a[0] === b[0]) return step(1, 1, 0);
  return edits > 0 && (step(1, 1) || step(1, 0) || step(0, 1) || (a[0] === b[1] && a[1] === b[0] && step(2, 2)));
}
