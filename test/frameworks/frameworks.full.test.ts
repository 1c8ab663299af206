// The guide about other frameworks, as it is written, in an app of each, with the packages as they are published.
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readGuide } from "../site/guides/guide.ts";
import { createSandbox, freePort, run, type Sandbox, writeFiles } from "../site/guides/sandbox.ts";
import { callAsPage, recordInChromium } from "../site/guides/visit.ts";
import { type App, apps } from "./apps.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox();
}, 120_000);
afterAll(() => sandbox.close());

/** The app with all files of the guide that are for it, type-checked and built without secrets. */
async function build(name: string, { packages, own, files, build: commands }: App, fakePort: number): Promise<string> {
  const guide = readGuide("quick-start/frameworks", { 4010: fakePort });
  const app = await sandbox.createApp(name, [...guide.packages, ...(await packages())]);
  await run(app, "npm", ["pkg", "set", "type=module"]);
  const taken = [...guide.files].filter(([path]) => !path.includes("/") || own.test(path));
  await writeFiles(app, [...taken, ...Object.entries(files)]);
  for (const [program = "", ...args] of commands) await run(app, program, args);
  return app;
}

test.each(Object.entries(apps))("%s: type-checked, built, started, and a page records", async (name, each) => {
  const ports = { fake: await freePort(), server: await freePort() };
  const app = await build(name, each, ports.fake);
  await sandbox.startFake(app, ports.fake);
  const [program, ...args] = each.start(ports.server);
  await sandbox.start(app, each.ready, process.execPath, ["--env-file=.env", join(app, program), ...args], {
    PORT: String(ports.server),
  });
  await recordInChromium(`http://localhost:${ports.server}/`);
  expect(await callAsPage(app, ports.server)).toBe("true proxy-forbidden");
});
