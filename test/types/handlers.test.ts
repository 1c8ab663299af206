// `no-misused-promises`, as oxlint has it, over components that hand commands over as handlers.
import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readProgram, root } from "./compile.ts";

/** What oxlint finds in a component. */
async function lint(source: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "handlers-"));
  try {
    await symlink(join(root, "test/types/node_modules"), join(folder, "node_modules"), "junction");
    const compilerOptions = {
      strict: true,
      jsx: "react-jsx",
      module: "ESNext",
      moduleResolution: "bundler",
      types: [],
    };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["room.tsx"] }));
    const rules = { "typescript/no-misused-promises": "error", "typescript/no-floating-promises": "error" };
    await writeFile(join(folder, ".oxlintrc.json"), JSON.stringify({ plugins: ["typescript"], categories: {}, rules }));
    await writeFile(join(folder, "room.tsx"), source);
    return await new Promise((resolve) => {
      const args = ["--type-aware", "--format", "unix", "room.tsx"];
      execFile(join(root, "node_modules/.bin/oxlint"), args, { cwd: folder }, (_, stdout, stderr) =>
        resolve(stdout + stderr),
      );
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test("the commands of both hooks are handlers", { timeout: 120_000 }, async () => {
  const room = await readProgram("handlers.tsx");
  expect(await lint(room)).not.toContain("room.tsx");
  const returned = room.replace("onClick={recording.start}>Record", "onClick={() => recording.start()}>Record");
  expect(await lint(returned)).toContain("no-misused-promises");
  const forgotten = room.replace("  const [{ sid }", "  recording.start();\n  const [{ sid }");
  expect(await lint(forgotten)).toContain("no-floating-promises");
});
