// Compiles programs that import the packages, by the types of one platform alone.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Setup {
  /** The folder whose `node_modules` has the packages, the compiler and the types. */
  readonly app: string;
  /** The folder of the compiler in it. */
  readonly typescript: string;
  readonly moduleResolution: "bundler" | "node16" | "nodenext";
  readonly lib: readonly string[];
  /** The types of the platform: packages, or files by their whole path. */
  readonly types: readonly string[];
  /** Default true. */
  readonly exactOptionalPropertyTypes?: boolean;
  /** Default false: declarations of libraries are checked too. */
  readonly skipLibCheck?: boolean;
}

/** The entries of a package, or those that are named, as a program that exports all that they have. */
export async function importing(name: "core" | "msw" | "react", only?: readonly string[]): Promise<string> {
  const { exports } = JSON.parse(await readFile(join(root, "packages", name, "package.json"), "utf8"));
  const entries = Object.keys(exports).filter((entry) => (only ? only.includes(entry) : entry !== "./package.json"));
  return entries
    .map((entry, index) => `export * as entry${index} from "@agora-edge/${name}${entry.slice(1)}";\n`)
    .join("");
}

export const readProgram = (name: string): Promise<string> => readFile(join(root, "test/types/programs", name), "utf8");

/** What the compiler says of the programs. */
export async function compile(setup: Setup, programs: readonly string[]): Promise<string> {
  const { app, typescript, moduleResolution, lib, types } = setup;
  const { exactOptionalPropertyTypes = true, skipLibCheck = false } = setup;
  const folder = await mkdtemp(join(tmpdir(), "types-"));
  try {
    await symlink(join(app, "node_modules"), join(folder, "node_modules"), "junction");
    const compilerOptions = {
      target: "ES2022",
      lib,
      types: types.filter((name) => !name.endsWith(".d.ts")),
      module: moduleResolution === "bundler" ? "ESNext" : moduleResolution,
      moduleResolution,
      jsx: "react-jsx",
      strict: true,
      exactOptionalPropertyTypes,
      noUncheckedIndexedAccess: true,
      skipLibCheck,
      noEmit: true,
    };
    const files = [
      ...types.filter((name) => name.endsWith(".d.ts")),
      ...programs.map((_, index) => `program${index}.ts`),
    ];
    await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    for (const [index, program] of programs.entries()) await writeFile(join(folder, `program${index}.ts`), program);
    return await new Promise((resolve) => {
      const compiler = join(app, "node_modules", typescript, "bin", "tsc");
      execFile(process.execPath, [compiler, "-p", folder], { maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
        resolve(stdout + stderr || (error?.message ?? "")),
      );
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
