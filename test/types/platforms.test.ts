// No declaration of core, or of the fake, needs the types of a page: each platform's own are enough, with `skipLibCheck: false`.
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile, importing, readProgram, root, type Setup } from "./compile.ts";

const app = join(root, "test", "types");
const newest = { app, typescript: "typescript", moduleResolution: "bundler", lib: ["ES2023"] } as const;

async function programs(): Promise<string[]> {
  return [await importing("core"), await importing("msw", ["./fake"]), await readProgram("edge.ts")];
}

const worker = `
import { worker } from "./program2.js";
export default worker satisfies ExportedHandler;
`;

test.each<[string, Partial<Setup> & Pick<Setup, "types">]>([
  ["Cloudflare Workers", { types: ["@cloudflare/workers-types"] }],
  ["Node, nodenext", { types: ["node"], moduleResolution: "nodenext" }],
  ["Bun", { types: ["bun"] }],
])("%s", { timeout: 120_000 }, async (_, setup) => {
  const isWorker = setup.types.includes("@cloudflare/workers-types");
  expect(await compile({ ...newest, ...setup }, [...(await programs()), ...(isWorker ? [worker] : [])])).toBe("");
});

test("a page: hooks too, by React's types", { timeout: 120_000 }, async () => {
  const page = { ...newest, lib: ["ES2023", "DOM", "DOM.Iterable"], types: [] };
  expect(await compile(page, [...(await programs()), await importing("react")])).toBe("");
});

test("a declaration that a platform lacks would be told", { timeout: 120_000 }, async () => {
  const said = await compile({ ...newest, types: ["node"] }, ["export const mode: RequestMode = 'cors';\n"]);
  expect(said).toContain("Cannot find name 'RequestMode'");
});
