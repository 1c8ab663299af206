// The set-ups of vitest and Jest in the guide about test runners, as they are written, with the packed packages.
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodePackage } from "../../tools/toolchain.mjs";
import { findChromium } from "../browser/find-chromium.ts";
import { readGuide } from "./guides/guide.ts";
import { createSandbox, run, type Sandbox, writeFiles } from "./guides/sandbox.ts";

let sandbox: Sandbox;
let app = "";
beforeAll(async () => {
  sandbox = await createSandbox();
  const { files, packages } = readGuide("test-runners");
  const assumed = ["@agora-edge/core", "@agora-edge/react", "react", "react-dom", "@types/react", "typescript@5"];
  const named = packages.filter((name) => name !== "@playwright/test");
  app = await sandbox.createApp("tests", [...new Set([...assumed, ...named])]);
  // The browser of this machine, in place of the one that `playwright install` fetches.
  const options = JSON.stringify({ launchOptions: await findChromium() });
  await writeFiles(
    app,
    [...files]
      .filter(([path]) => !/^(playwright\.config\.ts$|e2e\/)/.test(path))
      .map(([path, text]) => [path, text.replace("provider: playwright()", `provider: playwright(${options})`)]),
  );
}, 300_000);
afterAll(() => sandbox.close());

test("vitest: the tests of the guide pass, with MSW and without", async () => {
  const { stdout } = await run(app, "npx", ["vitest", "run"]);
  expect(stdout).toMatch(/Tests +2 passed/);
});

test("vitest in a browser: the test of the guide passes in Chromium", async () => {
  const { stdout } = await run(app, "npx", ["vitest", "run", "--config", "browser/vitest.config.ts"]);
  expect(stdout).toContain("chromium");
  expect(stdout).toMatch(/Tests +1 passed/);
});

const jest = ["--experimental-vm-modules", "node_modules/jest/bin/jest.js"];

test("Jest 30: the test of the guide passes with native ES modules", async () => {
  const { stderr } = await run(app, "npx", ["jest"], { NODE_OPTIONS: "--experimental-vm-modules" });
  expect(stderr).toContain("Tests:       1 passed");
  const { stdout } = await run(app, "npx", ["jest", "--version"]);
  expect(stdout).toMatch(/^30\./);
});

test("Jest 30: it passes on Node 22, too", async () => {
  const oldest = await sandbox.createApp("node-22", [`${nodePackage()}@22`]);
  const node = join(oldest, "node_modules", nodePackage(), "bin", process.platform === "win32" ? "node.exe" : "node");
  const { stdout } = await run(app, node, ["--version"]);
  expect(stdout).toMatch(/^v22\./);
  const { stderr } = await run(app, node, jest);
  expect(stderr).toContain("Tests:       1 passed");
});

test("everything is type-checked, with the types of both runners", async () => {
  const compilerOptions = {
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    jsx: "react-jsx",
    module: "esnext",
    moduleResolution: "bundler",
    target: "es2022",
    lib: ["es2024", "dom", "dom.iterable"],
    allowImportingTsExtensions: true,
    types: ["jest"],
  };
  const tsconfig = JSON.stringify({ compilerOptions, include: ["src", "browser", "jest", "*.ts"] });
  await writeFiles(app, [["tsconfig.json", tsconfig]]);
  const { stdout } = await run(app, "npx", ["tsc"]);
  expect(stdout).toBe("");
});
