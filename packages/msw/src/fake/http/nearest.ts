import { knownRoutes, type KnownRoute } from "./route-table.ts";
import { withoutRegion } from "./routes.ts";

/**
 * What is wrong with a request that is no operation, and which one it may have been meant as. `askedFor`: what the app said,
 * where its own proxy stands between.
 */
export function unexpectedRequest(method: string, href: string, askedFor: string | null = null): string {
  const { origin, pathname } = new URL(askedFor ?? href);
  const { method: wanted, path, operation } = nearestRoute(method, withoutRegion(new URL(href).pathname));
  return `Unexpected request: ${method} ${origin}${pathname}. Agora has no such route; the nearest is ${wanted} ${path} (${operation}).`;
}

function nearestRoute(method: string, pathname: string): KnownRoute {
  const segments = pathname.split("/");
  const [first, ...others] = knownRoutes.map((route) => ({
    route,
    far: distance(segments, route.path.split("/"), replacing) + (route.method === method ? 0 : 0.1),
  }));
  if (!first) throw new RangeError("There are no routes.");
  return others.reduce((best, one) => (one.far < best.far ? one : best), first).route;
}

/** A parameter takes anything but nothing; misspelt words are nearer than other words. */
function replacing(segment: string, expected: string): number {
  if (expected.startsWith("{")) return segment === "" ? 1 : 0.05;
  const longest = Math.max(segment.length, expected.length);
  return longest === 0 ? 0 : distance(segment.split(""), expected.split(""), (a, b) => (a === b ? 0 : 1)) / longest;
}

/** The word that looks most like another one. */
export function nearestWord<Word extends string>(word: string, words: readonly Word[]): Word | undefined {
  const far = (other: string) =>
    other.includes(word) ? 0 : distance(word.split(""), other.split(""), (a, b) => (a === b ? 0 : 1));
  return words.toSorted((a, b) => far(a) - far(b))[0];
}

/** How much has to be put in, left out or replaced to make one list out of the other. */
function distance(from: readonly string[], to: readonly string[], replace: (a: string, b: string) => number): number {
  let before = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, a] of from.entries()) {
    const current = [row + 1];
    for (const [column, b] of to.entries()) {
      const [above = 0, diagonal = 0, left = 0] = [before[column + 1], before[column], current[column]];
      current.push(Math.min(above + 1, left + 1, diagonal + replace(a, b)));
    }
    before = current;
  }
  return before.at(-1) ?? 0;
}
