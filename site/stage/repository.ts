// The files of this repository, by their paths from its root.
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where a file that is no page of the site is shown. */
export const repositoryUrl = "https://github.com/agora-edge/agora-edge";

export const readFile = (path: string): string => readFileSync(join(root, path), "utf8");

export const exists = (path: string): boolean => existsSync(join(root, path));

export const find = (...patterns: string[]): string[] =>
  globSync(patterns, { cwd: root, exclude: ["**/node_modules/**"] })
    .map((path) => path.replaceAll("\\", "/"))
    .sort((a, b) => (a < b ? -1 : 1));
