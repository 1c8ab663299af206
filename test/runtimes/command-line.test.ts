import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createFakeAgora } from "@agora-edge/msw/fake";
import { serveFakeAgora } from "@agora-edge/msw/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromium } from "playwright";
import { findChromium } from "../browser/find-chromium.ts";
import { createS3Server } from "../../examples/react-app/stage/fake/s3-server.ts";

// The built command as a process, before a fake service and a bucket on loopback.

const command = fileURLToPath(new URL("../../packages/cli/dist/bin.js", import.meta.url));
const storage = createS3Server();
/** Six seconds that Chromium plays. */
const media = await readFile(new URL("../../examples/react-app/stage/media/recording.mp4", import.meta.url));
const fake = createFakeAgora({
  speed: 60,
  rateLimit: false,
  storage: { put: ({ key, body, contentType }) => storage.put(key, body, contentType), media: () => media },
});

let folder = "";
let service: Awaited<ReturnType<typeof serveFakeAgora>>;
let bucket: Awaited<ReturnType<typeof storage.listen>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "agora-edge-"));
  [service, bucket] = await Promise.all([serveFakeAgora(fake), storage.listen()]);
  fake.channel("room-1").join("1001");
});

afterAll(async () => {
  await Promise.all([service.close(), bucket.close(), rm(folder, { recursive: true })]);
});

function start(...args: string[]) {
  const env = {
    PATH: process.env.PATH,
    AGORA_EDGE_STATE: join(folder, "state"),
    AGORA_APP_ID: fake.appId,
    AGORA_CUSTOMER_ID: fake.customerId,
    AGORA_CUSTOMER_SECRET: fake.customerSecret,
    AGORA_BASE_URL: service.url,
    STORAGE_VENDOR: "11",
    STORAGE_REGION: "0",
    STORAGE_BUCKET: storage.bucket,
    STORAGE_ACCESS_KEY: storage.keys.accessKeyId,
    STORAGE_SECRET_KEY: storage.keys.secretAccessKey,
    STORAGE_ENDPOINT: bucket.origin,
    STORAGE_ENDPOINT_REGION: storage.region,
  };
  const child = spawn(process.execPath, [command, ...args], { env });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, ended, out: () => out, err: () => err };
}

async function call(args: string[], stdin = "") {
  const { child, ended, out, err } = start(...args);
  child.stdin.end(stdin);
  return { exit: await ended, out: out(), err: err() };
}

describe("agora-edge as a process", () => {
  test("explains an answer that is piped in, and ends with its exit codes", async () => {
    const [explained, unknown, wrong] = await Promise.all([
      call(["--json", "explain", "--on", "recording.start"], '{"code":433}'),
      call(["explain", "the printer is on fire"]),
      call(["explain", "--in", "french"]),
    ]);
    expect([explained.exit, JSON.parse(explained.out)]).toMatchObject([0, [{ kind: "resource-expired" }]]);
    expect([unknown.exit, wrong.exit]).toEqual([5, 2]);
  }, 20_000);

  test("reads settings from a file, which Node does not read before", async () => {
    const file = join(folder, "settings");
    // Node would refuse to start with that.
    await writeFile(file, "AGORA_AREA=nowhere\nNODE_OPTIONS=--no-such-option\n");
    const { exit, err } = await call(["--settings", file, "doctor"]);
    expect([exit, err]).toEqual([3, expect.stringContaining("AGORA_AREA is one of")]);
  }, 20_000);

  test("examines, records, and lists what is in the bucket", async () => {
    const doctor = await call(["doctor"]);
    expect(doctor.out).toContain("✓ storage the keys may write and read.");
    expect([doctor.exit, doctor.err]).toEqual([0, ""]);
    const recorded = await call(["record", "room-1"]);
    expect([recorded.exit, recorded.err]).toEqual([0, expect.stringContaining("recording of room-1")]);
    const [name = ""] = await readdir(join(folder, "state"));
    expect((await stat(join(folder, "state", name))).mode & 0o077).toBe(0);
    expect(await readFile(join(folder, "state", name), "utf8")).not.toContain(storage.keys.secretAccessKey);
    const stopped = await call(["stop"]);
    expect([stopped.exit, stopped.out]).toEqual([0, expect.stringContaining("stopped")]);
    const files = await call(["--json", "files", "room-1"]);
    expect([files.exit, files.err]).toEqual([0, ""]);
    expect(JSON.parse(files.out)).toMatchObject({ files: [{ format: "m3u8" }] });
  }, 40_000);

  test("plays until Ctrl+C, to whoever knows the address", async () => {
    const playing = start("play", "room-1", "--no-open");
    await expect.poll(playing.err, { timeout: 10_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]+\/$/m);
    const url = /^http\S+$/m.exec(playing.err())?.[0] ?? "";
    expect(await (await fetch(url)).text()).toContain("<video");
    expect(await (await fetch(new URL("player.js", url))).text()).toContain("EXT-X-MEDIA");
    expect(await (await fetch(new URL("files/master.m3u8", url))).text()).toContain("#EXT-X-STREAM-INF");
    expect((await fetch(new URL("/", url))).status).toBe(404);
    const browser = await chromium.launch(await findChromium());
    try {
      const page = await browser.newPage();
      await page.goto(url);
      const second = () =>
        page.evaluate(async () => {
          const video = document.querySelector("video");
          if (video) video.muted = true;
          await video?.play().catch(() => {});
          return video?.currentTime ?? 0;
        });
      await expect.poll(second, { timeout: 15_000 }).toBeGreaterThan(0.5);
    } finally {
      await browser.close();
    }
    playing.child.kill("SIGINT");
    expect(await playing.ended).toBe(0);
  }, 40_000);

  test("completes commands and options in shells", async () => {
    const { out } = await call(["complete", "bash"]);
    expect(out).toContain("agora-edge complete --");
    const { out: commands } = await call(["complete", "--", "do"]);
    expect(commands).toMatch(/^doctor\t/);
    const { out: languages } = await call(["complete", "--", "explain", "433", "--lang", ""]);
    expect(languages).toMatch(/^en\t[^]*^zh\t/m);
  }, 20_000);
});
