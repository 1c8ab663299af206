import { expect, test } from "vitest";
import { readArguments, usage } from "./arguments.ts";
import { nextSteps, packageManagerOf } from "./next-steps.ts";
import { templateOf, templates } from "./templates.ts";

test("a folder and a template", () => {
  expect(readArguments(["app", "--template", "next"], true)).toEqual({
    folder: "app",
    template: templateOf("next"),
    interactive: true,
    help: false,
    version: false,
  });
  expect(readArguments(["-t", "deno"], true).template?.name).toBe("deno");
});

test("nothing is asked without a terminal, nor with --no-interactive", () => {
  expect(readArguments([], false).interactive).toBe(false);
  expect(readArguments(["--no-interactive"], true).interactive).toBe(false);
});

test.each([
  [["--template", "vue"], 'There is no template "vue". Use one of: vite-worker, next, hono, deno.'],
  [["one", "two"], "Give one folder, not 2: one two."],
  [["--force"], "Unknown option '--force'"],
])("%j is refused", (args, message) => {
  expect(() => readArguments(args, true)).toThrow(message);
});

test("the usage has every template", () => {
  for (const { name, title } of templates)
    expect(usage).toMatch(new RegExp(`${name} +${title.replaceAll("+", "\\+")}`));
});

test.each([
  ["pnpm/12.21.0 npm/? node/v24", "pnpm"],
  ["bun/1.4.5", "bun"],
  ["npm/11.19.1 node/v24", "npm"],
  [undefined, "npm"],
])("%s is %s", (agent, name) => {
  expect(packageManagerOf(agent)).toBe(name);
});

test("the next steps are commands to paste", () => {
  expect(nextSteps("my app", templateOf("hono"), "pnpm")).toContain('  cd "my app"\n  pnpm install\n  pnpm run dev\n');
  expect(nextSteps(".", templateOf("hono"), "npm")).not.toContain("cd ");
  expect(nextSteps(".", templateOf("vite-worker"), "npm")).toContain(".dev.vars");
});
