// `npm test` compiles the guide about authentication with a few declarations; here are the session libraries themselves.
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileOf, snippetsIn } from "../../site/snippets/extract.ts";
import { readFile } from "../../site/stage/repository.ts";
import { createSandbox, run, type Sandbox, writeFiles } from "./guides/sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
}, 120_000);
afterAll(() => sandbox.close());

const libraries = ["better-auth", "@auth/core", "@clerk/backend", "iron-session", "jose"];

/** What stands for the app's own set-up of a library. */
const real: Record<string, string> = {
  betterAuth: `import { betterAuth } from "better-auth"; const auth = betterAuth({ secret: "secret" });`,
  NextAuth: `import type { Session } from "@auth/core/types"; declare const auth: () => Promise<Session | null>;`,
};

test("the snippets compile with better-auth, Auth.js, Clerk, iron-session and jose", async () => {
  const app = await sandbox.createApp("auth", ["@agora-edge/core", "typescript@5", ...libraries]);
  const snippets = snippetsIn(readFile("docs/authentication.md"), "docs/authentication.md");
  const files = snippets.map((snippet, index) => {
    const ours = snippet.given.filter((name) => real[name] === undefined);
    const theirs = snippet.given.flatMap((name) => real[name] ?? []);
    const { text } = fileOf({ ...snippet, given: ours });
    return [join("src", `${index}.ts`), [...theirs, text].join("\n")] as const;
  });
  const compilerOptions = {
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    module: "esnext",
    moduleResolution: "bundler",
    target: "es2022",
    lib: ["es2024", "dom", "dom.iterable"],
    types: [],
  };
  await writeFiles(app, [...files, ["tsconfig.json", JSON.stringify({ compilerOptions, include: ["src"] })]]);
  const { stdout } = await run(app, "npx", ["tsc"]);
  expect(stdout).toBe("");
});
