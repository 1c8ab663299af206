// The packed packages, from npm, with more compilers and platforms than `platforms.test.ts` has.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox, run, type Sandbox, writeFiles } from "../site/guides/sandbox.ts";
import { compile, importing, readProgram, root, type Setup } from "./compile.ts";

const compilers = ["5.6", "5.7", "5.8", "5.9", "6.0", "7.0"] as const;
const resolutions = ["bundler", "node16", "nodenext"] as const;
const dom = ["ES2023", "DOM", "DOM.Iterable"];

/** What `wrangler types` has written. */
let generated: string;
let sandbox: Sandbox;
let app: string;

const edge = async () => [await importing("core"), await importing("msw", ["./fake"]), await readProgram("edge.ts")];
const hooks = async () => [await importing("core"), await importing("react")];

interface Platform {
  readonly name: string;
  readonly lib: readonly string[];
  readonly types: () => readonly string[];
  readonly programs: () => Promise<readonly string[]>;
}

const platforms: readonly Platform[] = [
  { name: "Workers", lib: ["ES2023"], types: () => ["@cloudflare/workers-types"], programs: edge },
  { name: "wrangler types", lib: ["ES2023"], types: () => [generated], programs: edge },
  { name: "Node", lib: ["ES2023"], types: () => ["node"], programs: edge },
  { name: "Bun", lib: ["ESNext"], types: () => ["bun"], programs: edge },
  { name: "a page", lib: dom, types: () => [], programs: hooks },
];

const platformTypes = ["@cloudflare/workers-types", "@types/node", "@types/bun", "wrangler"];
const libraries = ["react", "react-dom", "@types/react", "@types/react-dom", "msw", "@opentelemetry/api"];
const frameworks = ["hono", "react-router", "@sveltejs/kit"];

/** Between the oldest and the newest, these take turns: what one of two neighbours is not asked, the other is. */
const inTurns: readonly string[] = ["5.7", "5.8"];

/**
 * A seventh of the product of 180: each compiler with every platform and every resolution, but for those in turns; and every
 * pair of platform, resolution and exactness. That finds what two settings do together.
 */
const matrix = compilers.flatMap((compiler, row) =>
  platforms.flatMap(({ name: platform }, column) => {
    const at = row + column;
    if (inTurns.includes(compiler) && at % 2 === 0) return [];
    // Bun's own types ask for 5.7.
    if (platform === "Bun" && compiler === "5.6") return [];
    return [{ compiler, platform, resolution: resolutions[at % 3] ?? "bundler", exact: at % 2 === 0 }];
  }),
);

beforeAll(async () => {
  sandbox = await createSandbox();
  app = await sandbox.createApp("app", [
    ...["core", "msw", "react"].map((name) => `@agora-edge/${name}`),
    ...platformTypes,
    ...libraries,
    ...frameworks,
    ...compilers.map((version) => `typescript-${version}@npm:typescript@~${version}`),
  ]);
  const worker = join(app, "worker");
  await mkdir(worker);
  await writeFiles(worker, [
    ["wrangler.jsonc", JSON.stringify({ name: "worker", main: "index.ts", compatibility_date: "2026-11-01" })],
    ["index.ts", 'export default { fetch: () => new Response("ok") };\n'],
  ]);
  await run(worker, "npx", ["wrangler", "types"]);
  generated = join(worker, "worker-configuration.d.ts");
}, 600_000);
afterAll(() => sandbox.close());

const check = (compiler: string, setup: Omit<Setup, "app" | "typescript">, programs: readonly string[]) =>
  compile({ app, typescript: `typescript-${compiler}`, ...setup }, programs);

test("the matrix has what it promises", () => {
  const expectRow = (row: Partial<(typeof matrix)[number]>) =>
    expect(matrix).toContainEqual(expect.objectContaining(row));
  for (const resolution of resolutions) {
    for (const { name: platform } of platforms) expectRow({ platform, resolution });
    for (const compiler of compilers.filter((each) => !inTurns.includes(each))) expectRow({ compiler, resolution });
    for (const exact of [true, false]) expectRow({ resolution, exact });
  }
  for (const { name: platform } of platforms) for (const exact of [true, false]) expectRow({ platform, exact });
  expect(matrix).toHaveLength(24);
});

test.each(matrix)(
  "TypeScript $compiler, $platform, $resolution, exact optional properties: $exact",
  async ({ compiler, platform, resolution, exact }) => {
    const found = platforms.find(({ name }) => name === platform);
    if (!found) throw new Error(platform);
    const { lib, types, programs } = found;
    const setup = { lib, types: types(), moduleResolution: resolution, exactOptionalPropertyTypes: exact };
    expect(await check(compiler, setup, await programs())).toBe("");
  },
);

// Those of MSW itself ask for a page's and Node's.
test.each(["5.9", "7.0"])("TypeScript %s, handlers for MSW", async (compiler) => {
  const setup = { types: ["node"], lib: dom, moduleResolution: "nodenext" } as const;
  const entries = [".", "./fake", "./node", "./matchers"];
  expect(await check(compiler, setup, [await importing("msw", entries)])).toBe("");
});

test("a proxy is a route of Workers, Hono, React Router and SvelteKit, by their own types", async () => {
  const setup = { types: ["@cloudflare/workers-types"], lib: ["ES2023"], moduleResolution: "bundler" } as const;
  expect(await check("6.0", { ...setup, skipLibCheck: true }, [await readProgram("frameworks.txt")])).toBe("");
});

test("Deno: every declaration, by its own types", async () => {
  const folder = join(app, "deno");
  await mkdir(folder);
  const sources = await edge();
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
