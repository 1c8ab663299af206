// The quick starts, as they are written, with the packages as they are published.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { chromium } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../site/stage/repository.ts";
import { splitCode } from "../../site/stage/markdown.ts";
import { findChromium } from "../browser/find-chromium.ts";

const run = promisify(execFile);
const started: ChildProcess[] = [];
let folder = "";

/** What vitest and npm say about this run is not true of the one below. */
const env = () => {
  const mine = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(package|lifecycle)_|VITEST|NODE_OPTIONS|NODE_ENV|TEST$|DEV$|PROD$|MODE$)/.test(name),
  );
  return { ...Object.fromEntries(mine), CI: "1", PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) };
};

const tarballs: Record<string, string> = {};

beforeAll(async () => {
  // Outside of the workspace, whose packages nobody shall find.
  folder = await mkdtemp(join(tmpdir(), "quick-start-"));
  for (const name of ["core", "react", "msw"]) {
    const cwd = join(root, "packages", name);
    await run("pnpm", ["pack", "--pack-destination", folder], { cwd, env: env() });
    const file = (await readdir(folder)).find((each) => each.startsWith(`agora-edge-${name}-`));
    tarballs[`@agora-edge/${name}`] = join(folder, String(file));
  }
}, 120_000);

afterAll(async () => {
  for (const child of started) child.kill();
  await rm(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}

interface Guide {
  readonly files: ReadonlyMap<string, string>;
  /** What the guide lets npm install. */
  readonly packages: readonly string[];
}

/** The files and packages of a guide, on other ports than those that it names. */
async function read(name: string, ports: Record<string, number>): Promise<Guide> {
  let markdown = await readFile(join(root, "docs", "quick-start", `${name}.md`), "utf8");
  for (const [written, port] of Object.entries(ports)) markdown = markdown.replaceAll(written, String(port));
  const files = new Map<string, string>();
  const packages: string[] = [];
  for (const { isCode, text } of splitCode(markdown)) {
    if (!isCode) continue;
    const [opening = "", ...lines] = text.split("\n").slice(0, -1);
    const title = /title="([^"]+)"/.exec(opening)?.[1];
    if (title) files.set(title, `${lines.join("\n")}\n`);
    else if (opening === "```sh") {
      for (const line of lines) {
        const names = /^npm install (?:--save-dev )?(.+)$/.exec(line)?.[1];
        if (names) packages.push(...names.split(" "));
      }
    }
  }
  return { files, packages };
}

async function install(app: string, packages: readonly string[]): Promise<void> {
  const specs = packages.map((name) => tarballs[name] ?? name);
  await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", ...specs], { cwd: app, env: env() });
}

async function write(app: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(app, path)), { recursive: true });
    await writeFile(join(app, path), text);
  }
}

/** Starts a program and waits for a line that says that it is ready. */
async function start(app: string, ready: RegExp, ...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, { cwd: app, env: env(), stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  let output = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (ready.test(output)) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.on("exit", () => reject(new Error(`${args.join(" ")} ended:\n${output}`)));
  });
}

async function startFake(app: string, port: number): Promise<void> {
  await start(app, /ready/, "node_modules/@agora-edge/msw/dist/cli.js", "--port", String(port));
  const joined = await fetch(`http://127.0.0.1:${port}/__fake/join`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ cname: "room-1", uid: 1001 }),
  });
  expect(joined.ok).toBe(true);
}

test("only the client: the script records twenty seconds and uploads", async () => {
  const port = await freePort();
  const { files, packages } = await read("client", { 4010: port });
  const app = join(folder, "client");
  await mkdir(app);
  await run("npm", ["init", "-y"], { cwd: app, env: env() });
  await install(app, packages);
  await write(app, files);
  await startFake(app, port);
  const { stdout } = await run(process.execPath, ["--env-file=.env", "record.mjs"], { cwd: app, env: env() });
  expect(stdout).toContain("in-progress");
  expect(stdout).toContain(".m3u8");
  expect(stdout).toContain("uploaded");
});

test("Node with Hono: the server takes a start of a page, and nothing that it does not offer", async () => {
  const ports = { 4010: await freePort(), 3000: await freePort() };
  const { files, packages } = await read("node", ports);
  const app = join(folder, "node");
  await mkdir(app);
  await run("npm", ["init", "-y"], { cwd: app, env: env() });
  await install(app, packages);
  await write(app, files);
  await startFake(app, ports[4010]);
  await start(app, /http:/, "--env-file=.env", "server.mjs");
  const script = `import { createAgoraClient } from "@agora-edge/core";
const agora = createAgoraClient({ appId: "0123456789abcdef0123456789abcdef", baseUrl: "http://localhost:${ports[3000]}/api/agora" });
const resource = await agora.recording.acquire({ cname: "room-1", uid: "900001" });
const { sid } = await agora.recording.start({ ...resource, mode: "mix", clientRequest: {} });
const refused = await agora.recording.acquire({ cname: "room-2", uid: "900001" }).catch((error) => error.kind);
console.log(Boolean(sid), refused);`;
  await writeFile(join(app, "page.mjs"), script);
  const { stdout } = await run(process.execPath, ["page.mjs"], { cwd: app, env: env() });
  expect(stdout.trim()).toBe("true proxy-forbidden");
});

test("React + Vite with a Worker: from an empty folder to a recording in Chromium", async () => {
  const begin = performance.now();
  const ports = { 4010: await freePort(), 8787: await freePort() };
  const { files, packages } = await read("react-vite", ports);
  const app = join(folder, "recorder");
  const create = ["create", "--yes", "vite@latest", "recorder", "--", "--template", "react-ts", "--no-interactive"];
  await run("npm", create, { cwd: folder, env: env() });
  // The Worker runs in Miniflare, which is what Wrangler starts, too.
  await install(
    app,
    packages.filter((name) => name !== "wrangler"),
  );
  await write(app, files);
  await run("npm", ["run", "build"], { cwd: app, env: env() });

  await startFake(app, ports[4010]);
  const bundle = await build({
    entryPoints: [join(app, "worker", "index.ts")],
    bundle: true,
    format: "esm",
    write: false,
    target: "es2022",
  });
  const bindings = Object.fromEntries(
    String(files.get(".dev.vars"))
      .trim()
      .split("\n")
      .map((line) => line.split(/=(.*)/).slice(0, 2)),
  );
  const worker = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: String(bundle.outputFiles[0]?.text),
      compatibilityDate: "2026-01-01",
      host: "127.0.0.1",
      port: ports[8787],
      bindings,
    }),
  );
  await worker.ready;
  const port = await freePort();
  await start(app, /Local:/, "node_modules/vite/bin/vite.js", "--port", String(port), "--strictPort");
  const browser = await chromium.launch(await findChromium());
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/`);
    const status = page.getByRole("status");
    await page.getByRole("button", { name: "Record" }).click();
    await status.getByText("recording", { exact: true }).waitFor();
    console.log(`from npm create vite to a recording: ${((performance.now() - begin) / 1000).toFixed(0)} s`);
    await page.reload();
    await status.getByText("recording", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await status.getByText("stopped").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  } finally {
    await browser.close();
    await worker.dispose();
  }
});
