// `npm test` compiles the guide about authentication with a few declarations; here are the session libraries themselves.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileOf, snippetsIn } from "../../site/snippets/extract.ts";
import { readFile } from "../../site/stage/repository.ts";
import { createSandbox, run, type Sandbox, writeFiles } from "./guides/sandbox.ts";

const libraries = ["better-auth", "@auth/core", "@clerk/backend", "iron-session", "jose"];
const guide = readFile("docs/authentication.md");

let sandbox: Sandbox;
let app: string;
beforeAll(async () => {
  sandbox = await createSandbox();
  app = await sandbox.createApp("auth", ["@agora-edge/core", "typescript@5", ...libraries]);
}, 300_000);
afterAll(() => sandbox.close());

/** What stands for the app's own set-up of a library. */
const real: Record<string, string> = {
  betterAuth: `import { betterAuth } from "better-auth"; const auth = betterAuth({ secret: "secret" });`,
  NextAuth: `import type { Session } from "@auth/core/types"; declare const auth: () => Promise<Session | null>;`,
};

test("the snippets compile with better-auth, Auth.js, Clerk, iron-session and jose", async () => {
  const snippets = snippetsIn(guide, "docs/authentication.md");
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

/** What the snippets of a library take as given, when they run. */
const given: Record<string, string> = {
  betterAuth: "const auth = globalThis.betterAuth;",
  NextAuth: "const auth = globalThis.nextAuth;",
  env: "const env = globalThis.env;",
};

test("each of them knows who is signed in, and takes neither nobody nor the login of another app", async () => {
  const sections = guide.split(/^## /m).slice(1);
  const files = sections.flatMap((section) => {
    const [name = ""] = section.split("\n", 1);
    const snippet = snippetsIn(section, name).find(({ code }) => code.includes("function signedIn"));
    const text = snippet && [...snippet.given.map((each) => given[each]), snippet.code].join("\n");
    return text === undefined ? [] : [[`${name.replace(" ", "-")}.mts`, text] as const];
  });
  const script = readFileSync(new URL("guides/sign-in.txt", import.meta.url), "utf8");
  await writeFiles(app, [...files, ["sign-in.mts", script]]);
  const { stdout } = await run(app, process.execPath, ["--experimental-strip-types", "sign-in.mts"]);
  const line = stdout.split("\n").find((each) => each.startsWith("{")) ?? "";
  // The user's own login, no login, another app's.
  const known = [true, null, null];
  expect(JSON.parse(line)).toEqual({
    "better-auth": known,
    "Auth.js": known,
    Clerk: known,
    "iron-session": known,
    "A JWT": known,
  });
});
