import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { operations } from "@agora-edge/core/contract";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/**
 * What uses single operations by its nature, and has to name them: sessions (like the hooks of React and the examples, which are not
 * looked at), the edition for pages, which is written by hand to be small, and the stories of the fake. All else that names an operation has to be changed when there is another one.
 */
const callers = /^packages\/(core\/src\/(page|sessions|machine|server\/supervise)|msw\/src\/scenarios)\//;
const tests = /\.test(-d)?\.tsx?$|\/testing\//;

const files = ["core", "msw"]
  .flatMap((name) =>
    readdirSync(join(root, "packages", name, "src"), { recursive: true, encoding: "utf8" }).map(
      (file) => `packages/${name}/src/${file.replaceAll("\\", "/")}`,
    ),
  )
  .filter((file) => file.endsWith(".ts") && !tests.test(file) && !callers.test(file))
  // Comments may speak of whatever they like.
  .map((file) => [file, readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")] as const);

/** A compound word is only ever the operation; `start` is many things, and counts with its service. */
const namesOf = (name: string) => {
  const [, method = ""] = name.split(".");
  return new RegExp(/[A-Z]/.test(method) ? `\\b${method}\\b` : `["'\`]${name.replace(".", "\\.")}["'\`]`);
};

test.each(operations.map(({ name }) => name))("%s is named in at most six files", (name) => {
  const named = files.filter(([, text]) => namesOf(name).test(text)).map(([file]) => file);
  expect(named).not.toEqual([]);
  expect(named.slice(6)).toEqual([]);
});
