// The React Compiler passes over no hook and no component, and the rules of React hold for all of them.
import { transformAsync } from "@babel/core";
import compiler from "babel-plugin-react-compiler";
import rulesOfReact from "eslint-plugin-react-hooks";
import { expect, test } from "vitest";
import { find, readFile } from "../../site/stage/repository.ts";

/** The part of the compiler's events that is read here. */
interface Verdict {
  readonly kind: string;
  readonly fnName?: string | null;
  readonly fnLoc?: { readonly start?: { readonly line: number } } | null;
  readonly detail?: { readonly reason?: string; readonly options?: { readonly reason?: string } };
  readonly reason?: string;
}

/** What the compiler makes of a file: the names of what it compiled, and why it left something alone. */
async function compile(source: string, path: string): Promise<{ compiled: string[]; refused: string[] }> {
  const verdicts: Verdict[] = [];
  const logger = { logEvent: (_: unknown, verdict: Verdict) => verdicts.push(verdict) };
  await transformAsync(source, {
    filename: path,
    babelrc: false,
    configFile: false,
    parserOpts: { plugins: ["typescript", "jsx"] },
    plugins: [[compiler, { panicThreshold: "none", logger }]],
  });
  const [compiled, left] = [true, false].map((good) =>
    verdicts.filter(({ kind }) => (kind === "CompileSuccess") === good),
  );
  return {
    compiled: (compiled ?? []).map(({ fnName }) => fnName ?? "nameless"),
    refused: (left ?? []).map(({ kind, fnLoc, detail, reason }) => {
      const why = detail?.options?.reason ?? detail?.reason ?? reason ?? kind;
      return `${path}:${fnLoc?.start?.line ?? "?"} ${why}`;
    }),
  };
}

const files = find("{packages/{react,create},examples/*,site}/**/*.{ts,tsx}").filter(
  (path) =>
    !/(^|\/)dist\/|\.test(-d)?\.tsx?$|\.d\.ts$/.test(path) &&
    /\buse[A-Z]|from "(react|@agora-edge\/react)"/.test(readFile(path)),
);

test("the compiler takes every hook and every component, of the package, its templates, the examples and the site", async () => {
  const results = await Promise.all(files.map((path) => compile(readFile(path), path)));
  expect(results.flatMap(({ refused }) => refused)).toEqual([]);
  const compiled = results.flatMap(({ compiled: names }) => names);
  // A hook of the package, a component of each example that has a page, and of the site.
  const known = ["useRecordingSession", "useSttTask", "AgoraProvider", "RecordingButton", "RoomRecording", "Player"];
  expect(compiled).toEqual(expect.arrayContaining(known));
});

test("a component that the compiler leaves alone would be told", async () => {
  const source = "export function Late() {\n  const load = () => import('x');\n  return <p onClick={load} />;\n}\n";
  expect((await compile(source, "late.tsx")).refused).toEqual([expect.stringMatching(/^late\.tsx:1 .*import/i)]);
});

test("the linter has every rule that React recommends", () => {
  const { overrides }: { overrides: { rules: Record<string, string> }[] } = JSON.parse(readFile(".oxlintrc.json"));
  const known = overrides.flatMap(({ rules }) => Object.keys(rules));
  const wanted = Object.keys(rulesOfReact.configs.flat["recommended-latest"].rules);
  expect(wanted.length).toBeGreaterThan(10);
  expect(known).toEqual(expect.arrayContaining(wanted.map((name) => name.replace("react-hooks/", "rules-of-react/"))));
});
