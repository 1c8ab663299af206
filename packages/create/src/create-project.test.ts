import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createProject, nameOf } from "./create-project.ts";
import { templateOf, templates } from "./templates.ts";

const from = fileURLToPath(new URL("../templates", import.meta.url));
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "create-"));
});
afterEach(() => rm(folder, { recursive: true }));

const read = (path: string) => readFile(join(folder, "My App", path), "utf8");

test.each(templates)(
  "$name has the packages of the SDK in its own version, and nothing that is hidden is missing",
  async (template) => {
    await createProject({ folder: join(folder, "My App"), template, from, version: "1.2.3" });
    const { name, dependencies, devDependencies } = JSON.parse(await read("package.json"));
    expect(name).toBe("my-app");
    expect(dependencies["@agora-edge/core"]).toBe("^1.2.3");
    expect(devDependencies["@agora-edge/msw"]).toBe("^1.2.3");
    expect(Object.values({ ...dependencies, ...devDependencies })).not.toContain("*");
    const files = await readdir(join(folder, "My App"), { recursive: true });
    expect(files).toEqual(expect.arrayContaining([".gitignore", template.settings]));
    expect(files.filter((file) => /(^|\/)_/.test(file))).toEqual([]);
    // What has secrets is not committed.
    const ignored = (await read(".gitignore")).split("\n");
    expect(ignored.some((line) => line === template.settings || line === ".env*.local")).toBe(true);
  },
);

test("a Worker has the name of its project", async () => {
  await createProject({ folder: join(folder, "My App"), template: templateOf("vite-worker"), from, version: "1.2.3" });
  expect(await read("wrangler.jsonc")).toContain(`"name": "my-app"`);
});

test("a folder with files is left as it is", async () => {
  await writeFile(join(folder, "mine.txt"), "mine");
  const project = { folder, template: templateOf("deno"), from, version: "1.2.3" };
  await expect(createProject(project)).rejects.toThrow("has files already");
  expect(await readdir(folder)).toEqual(["mine.txt"]);
});

test.each([
  ["recorder", "recorder"],
  ["a/b/My Recorder_2", "my-recorder-2"],
  ["录制", "recorder"],
])("a project in %s is called %s", (path, name) => {
  expect(nameOf(path)).toBe(name);
});
