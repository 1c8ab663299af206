import { posix } from "node:path";
import { expect, test } from "vitest";
import { exampleNames, projectOf } from "../../site/stackblitz/projects.ts";
import { readFile } from "../../site/stage/repository.ts";

const importsIn = (text: string): string[] =>
  [...text.matchAll(/(?:from|import) "([^"]+)"/g)].map(([, target = ""]) => target);

test("every example of the pages has a project", () => {
  const used = [...readFile("docs/live.md").matchAll(/<!-- live: ([\w-]+) -->/g)].map(([, name]) => name);
  expect(new Set(exampleNames)).toEqual(new Set(used));
});

test.each(exampleNames)("%s holds every file and names every package that it imports", (name) => {
  const { files } = projectOf(name, "en");
  const { dependencies } = JSON.parse(files["package.json"] ?? "");
  const sources = Object.entries(files).filter(([path]) => /^src\/.*\.tsx?$/.test(path));
  const missing = sources.flatMap(([path, text]) =>
    importsIn(text).filter((target) =>
      target.startsWith(".")
        ? files[posix.join(posix.dirname(path), target)] === undefined
        : dependencies[/^(?:@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? ""] === undefined,
    ),
  );
  expect(missing).toEqual([]);
});

test("its sources are those of the site, and it brings those of no other example", () => {
  const { files } = projectOf("lease", "zh-CN");
  expect(files["src/live/examples/lease.tsx"]).toBe(readFile("site/src/live/examples/lease.tsx"));
  expect(Object.keys(files).filter((path) => path.includes("/examples/"))).toEqual(["src/live/examples/lease.tsx"]);
  expect(files["src/main.tsx"]).toContain('language="zh-CN"');
});
