// The packed packages, from npm, with more compilers and platforms than `platforms.test.ts` has.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox, run, type Sandbox, writeFiles } from "../site/guides/sandbox.ts";
import { compile, importing, readProgram, root, type Setup } from "./compile.ts";

const compilers = ["5.6", "5.7", "5.8", "5.9", "6.0", "7.0"] as const;
/** The compilers between the oldest and the newest resolve as both do. */
const resolutionsOf = (compiler: string) =>
  compiler === "5.6" || compiler === "7.0" ? (["bundler", "node16", "nodenext"] as const) : (["bundler"] as const);
const page = ["ES2023", "DOM", "DOM.Iterable"];

let sandbox: Sandbox;
let app: string;
let generated: string;

beforeAll(async () => {
  sandbox = await createSandbox();
  app = await sandbox.createApp("app", [
    ...["core", "msw", "react"].map((name) => `@agora-edge/${name}`),
    "@cloudflare/workers-types",
    "@types/node",
    "@types/bun",
    "@types/react",
    "react",
    "msw",
    "wrangler",
    ...compilers.map((version) => `typescript-${version}@npm:typescript@~${version}`),
  ]);
  const worker = join(app, "worker");
  await mkdir(worker);
  await writeFiles(worker, [
    ["wrangler.jsonc", JSON.stringify({ name: "worker", main: "index.ts", compatibility_date: "2026-11-01" })],
    ["index.ts", 'export default { fetch: () => new Response("ok") };\n'],
  ]);
  await run(worker, "npx", ["wrangler", "types"], { WRANGLER_SEND_METRICS: "false" });
  generated = join(worker, "worker-configuration.d.ts");
}, 600_000);
afterAll(() => sandbox.close());

async function programs(): Promise<string[]> {
  return [await importing("core"), await importing("msw", ["./fake"]), await readProgram("edge.ts")];
}

const check = async (compiler: string, setup: Omit<Setup, "app" | "typescript">, sources: readonly string[]) =>
  compile({ app, typescript: `typescript-${compiler}`, ...setup }, sources);

const platforms: Record<string, () => { types: string[]; lib: string[] }> = {
  "@cloudflare/workers-types": () => ({ types: ["@cloudflare/workers-types"], lib: ["ES2023"] }),
  "wrangler types": () => ({ types: [generated], lib: ["ES2023"] }),
  Node: () => ({ types: ["node"], lib: ["ES2023"] }),
  Bun: () => ({ types: ["bun"], lib: ["ESNext"] }),
  "a page": () => ({ types: [], lib: page }),
};

/** Bun's own types ask for 5.7. */
const knows = (compiler: string, platform: string) => platform !== "Bun" || compiler !== "5.6";

const matrix = compilers.flatMap((compiler) =>
  Object.keys(platforms)
    .filter((platform) => knows(compiler, platform))
    .map((platform) => [compiler, platform] as const),
);

test.each(matrix)("TypeScript %s, %s", async (compiler, platform) => {
  const setup = platforms[platform]?.();
  if (!setup) throw new Error(platform);
  for (const moduleResolution of resolutionsOf(compiler)) {
    expect(await check(compiler, { ...setup, moduleResolution }, await programs())).toBe("");
  }
});

test.each(compilers)("TypeScript %s, hooks in a page", async (compiler) => {
  const setup = { types: [], lib: page, moduleResolution: "bundler" } as const;
  expect(await check(compiler, setup, [await importing("react")])).toBe("");
});

// Those of MSW itself ask for a page's and Node's.
test.each(["5.9", "6.0", "7.0"])("TypeScript %s, handlers for MSW", async (compiler) => {
  const setup = { types: ["node"], lib: page, moduleResolution: "nodenext" } as const;
  const entries = [".", "./fake", "./node", "./matchers"];
  expect(await check(compiler, setup, [await importing("msw", entries)])).toBe("");
});

test("Deno: every declaration, by its own types", async () => {
  const folder = join(app, "deno");
  await mkdir(folder);
  const sources = await programs();
  const files = sources.map((source, index) => [`program${index}.ts`, source] as const);
  const compilerOptions = { strict: true, exactOptionalPropertyTypes: true };
  await writeFiles(app, [["deno.json", JSON.stringify({ compilerOptions, nodeModulesDir: "manual" })]]);
  await writeFiles(folder, files);
  const deno = join(root, "node_modules", ".bin", "deno");
  const names = files.map(([name]) => join("deno", name));
  await run(app, deno, ["check", ...names]);
  // Deno's own declarations for Node do not all fit together.
  const all = await run(app, deno, ["check", "--all", ...names]).then(
    () => "",
    (error: unknown) => String(error),
  );
  expect(all).not.toMatch(/at file:/);
});
