// What a registry shows of the packages, and what their users may rely on.
import { posix } from "node:path";
import { expect, test } from "vitest";
import { exists, find, readFile, repositoryUrl } from "../../site/stage/repository.ts";

const folders = find("packages/*/package.json").map((file) => posix.dirname(file));
const manifestOf = (folder: string) => JSON.parse(readFile(`${folder}/package.json`));

test.each(folders)("%s says where it is from, what it needs and where to ask", (folder) => {
  const manifest = manifestOf(folder);
  expect(manifest).toMatchObject({
    license: "MIT",
    homepage: `${repositoryUrl}/tree/main/${folder}#readme`,
    bugs: `${repositoryUrl}/issues`,
    repository: { type: "git", url: `git+${repositoryUrl}.git`, directory: folder },
    engines: { node: expect.stringMatching(/^>=22/) },
  });
  expect(manifest.description).toContain("unofficial");
  expect(manifest.keywords.length).toBeGreaterThan(3);
});

/** An entry that only passes on what is in other files has no sources of its own. */
const isEntryAlone = (code: string) =>
  code
    .split("\n")
    .filter(Boolean)
    .every((line) => /^(import|export) .*;$/.test(line));

test.each(folders)("every built file of %s leads a debugger to its sources, which are in the package", (folder) => {
  // The page of `agora-edge play` is one minified file with hls.js.
  const built = find(`${folder}/dist/**/*.js`).filter((file) => !file.endsWith("/player.js"));
  expect(built.length).toBeGreaterThan(0);
  expect(manifestOf(folder).files).toEqual(expect.arrayContaining(["dist", "src"]));
  const withoutMap = built.filter(
    (file) => !isEntryAlone(readFile(file)) && !/\n\/\/# sourceMappingURL=\S+\.js\.map\s*$/.test(readFile(file)),
  );
  expect(withoutMap).toEqual([]);
  const lost = find(`${folder}/dist/**/*.js.map`).flatMap((map) => {
    const { sources }: { sources: string[] } = JSON.parse(readFile(map));
    return sources.map((source) => posix.join(posix.dirname(map), source)).filter((path) => !exists(path));
  });
  expect(lost).toEqual([]);
});

test("the READMEs name every dependency of core", () => {
  for (const readme of ["README.md", "packages/core/README.md"])
    for (const name of Object.keys(manifestOf("packages/core").dependencies)) expect(readFile(readme)).toContain(name);
});

test("npx and npm create run our packages by their scope: any other name could be published by anybody", () => {
  const pages = [
    ...find("*.md"),
    ...find("docs/**/*.md"),
    ...find("packages/*/README.md"),
    ...find("examples/*/README.md"),
  ];
  const named = pages.flatMap((file) => readFile(file).match(/np(x|m create|m init) (-\S+ )*\S*agora\S*/g) ?? []);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((command) => !/ @agora-edge\b/.test(command))).toEqual([]);
});
