import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const cache = join(root, "node_modules", ".cache");

let folder = "";
beforeAll(async () => {
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, "example-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** With the Node that runs this test, which may not be the one that the machine has. */
const env = () => {
  const mine: NodeJS.ProcessEnv = { ...process.env };
  for (const name of Object.keys(mine)) {
    // What vitest and npm say about this run is not true of the one below.
    if (/^(npm_(package|lifecycle)_|VITEST|NODE_OPTIONS|NODE_ENV|TEST$)/.test(name)) Reflect.deleteProperty(mine, name);
  }
  return { ...mine, CI: "1", PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) };
};

async function pack(name: string): Promise<string> {
  const packages = join(folder, "packages");
  const cwd = join(root, "packages", name);
  await run("pnpm", ["pack", "--pack-destination", packages], { cwd, env: env(), shell: process.platform === "win32" });
  const file = (await readdir(packages)).find((tarball) => tarball.startsWith(`agora-edge-${name}-`));
  if (!file) throw new Error(`${name} was not packed.`);
  return `file:${join(packages, file)}`;
}

test("the example of a test suite works with the packages as they are published, installed by npm", async () => {
  const app = join(folder, "app");
  const isOwn = (path: string) => !path.includes("node_modules");
  await cp(join(root, "examples", "msw-tests"), app, { recursive: true, filter: isOwn });
  const manifest = JSON.parse(await readFile(join(app, "package.json"), "utf8"));
  for (const name of ["core", "react", "msw"]) {
    const tarball = await pack(name);
    for (const group of [manifest.dependencies, manifest.devDependencies]) {
      if (`@agora-edge/${name}` in group) group[`@agora-edge/${name}`] = tarball;
    }
  }
  await writeFile(join(app, "package.json"), JSON.stringify(manifest, null, 2));
  const install = ["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
  await run("npm", install, { cwd: app, env: env(), shell: process.platform === "win32" });
  // Its own, not those of the workspace above it.
  const installed = await readdir(join(app, "node_modules"));
  expect(installed).toEqual(expect.arrayContaining(["@agora-edge", "ky", "valibot", "msw", "react", "vitest"]));
  const report = join(app, "report.json");
  const vitest = join(app, "node_modules", "vitest", "vitest.mjs");
  await run(process.execPath, [vitest, "run", "--reporter=json", `--outputFile=${report}`], { cwd: app, env: env() });
  const { success, numPassedTests, numTotalTests } = JSON.parse(await readFile(report, "utf8"));
  expect({ success, failed: numTotalTests - numPassedTests }).toEqual({ success: true, failed: 0 });
  expect(numPassedTests).toBeGreaterThan(30);
});
