import type { Failure } from "./search/explorer.ts";

/** A history that broke a promise, as a test to paste into `histories.test.ts`. */
export function printHistory(scope: string, { promise, history }: Failure): string {
  const moves = history.map((move) => `    ${JSON.stringify(move)},`);
  return [
    `Broken: ${promise}`,
    "",
    `test("…", () => {`,
    `  const history: Move[] = [`,
    ...moves,
    `  ];`,
    `  expect(brokenBy("${scope}", history)).toBeNull();`,
    `});`,
  ].join("\n");
}
