import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Template } from "./templates.ts";

/** Leaves npm's packing alone, and the tools of this repository. */
const hidden = /(^|\/)_(?=[^/]+$)/;

export interface Project {
  readonly folder: string;
  readonly template: Template;
  /** Where the templates are. */
  readonly from: string;
  /** Of this package: all packages of the SDK have the same. */
  readonly version: string;
}

/** A name that npm and Cloudflare take. */
export function nameOf(folder: string): string {
  const name = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name || "recorder";
}

async function isFree(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).every((name) => name === ".git");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return true;
    throw error;
  }
}

/** The package.json of a project: its name, and the packages of the SDK in this version. */
function manifestFor(text: string, name: string, version: string): string {
  const manifest: Record<string, unknown> = JSON.parse(text);
  const pin = (dependencies: object) =>
    Object.fromEntries(
      Object.entries(dependencies).map(([key, range]) => [key, key.startsWith("@agora-edge/") ? `^${version}` : range]),
    );
  for (const kind of ["dependencies", "devDependencies"]) {
    const dependencies = manifest[kind];
    if (typeof dependencies === "object" && dependencies !== null) manifest[kind] = pin(dependencies);
  }
  return `${JSON.stringify({ ...manifest, name }, null, 2)}\n`;
}

/** Writes the files of a template. @throws Error if the folder has files */
export async function createProject({ folder, template, from, version }: Project): Promise<void> {
  if (!(await isFree(folder))) throw new Error(`The folder ${folder} has files already. Choose another one.`);
  const name = nameOf(folder);
  const source = join(from, template.name);
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name).slice(source.length + 1);
    const target = join(folder, path.replaceAll("\\", "/").replace(hidden, "$1."));
    const text = await readFile(join(source, path), "utf8");
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, path === "package.json" ? manifestFor(text, name, version) : textFor(path, text, name));
  }
}

/** A Worker has the name of its project. */
const textFor = (path: string, text: string, name: string) =>
  path === "wrangler.jsonc" ? text.replace(`"name": "recorder"`, `"name": "${name}"`) : text;
