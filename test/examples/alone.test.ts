// Whoever copies an example gets its folder and nothing else. `npm run test:full` does just that.
import { dirname, join, relative } from "node:path/posix";
import { expect, test } from "vitest";
import { find, readFile } from "../../site/stage/repository.ts";

const folders = find("examples/*/package.json").map((path) => dirname(path));

test.each(folders)("%s names versions that any package manager understands", (folder) => {
  const { dependencies, devDependencies } = JSON.parse(readFile(`${folder}/package.json`));
  const versions: string[] = Object.values({ ...dependencies, ...devDependencies });
  expect(versions.filter((version) => !/^\^?\d/.test(version))).toEqual([]);
});

test.each(folders)("%s takes nothing from outside of its folder", (folder) => {
  const outside = find(`${folder}/**/*.{ts,tsx,mjs,mts,json,jsonc}`).flatMap((file) =>
    [...readFile(file).matchAll(/["'`](\.\.?\/[^"'`]*)["'`]/g)]
      .map(([, path = ""]) => join(dirname(file), path))
      .filter((target) => relative(folder, target).startsWith(".."))
      .map((target) => `${file}: ${target}`),
  );
  expect(outside).toEqual([]);
});
