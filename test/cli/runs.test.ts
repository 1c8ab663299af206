import { describe, expect, test } from "vitest";
import { createS3Server } from "../../examples/react-app/stage/fake/s3-server.ts";
import { certificate, createWorld, secretsOf, type World } from "./world.ts";

const server = () => createS3Server({ now: () => Date.UTC(2026, 0, 1) });

/** A minute of the fake's time, and what waits for it. */
const minute = 60_000;

function meet(): World & { storage: ReturnType<typeof server> } {
  const storage = server();
  const world = createWorld({ storage, env: { AGORA_APP_CERTIFICATE: certificate } });
  world.fake.channel("room-1").join("1001");
  return { ...world, storage };
}

const recordings = ({ fake }: World) =>
  fake.recordings.map(({ cname, endedAt }) => [cname, endedAt === undefined ? "recording" : "stopped"]);

describe("record, watch, stop", () => {
  test("records for a time, stops, and finds the files in the bucket", async () => {
    const world = meet();
    const recorded = await world.call(["record", "room-1", "--for", "2m", "--mp4"], { moves: true });
    expect([recorded.exit, recorded.err]).toEqual([0, expect.stringMatching(/^recording of room-1: starting/)]);
    expect(recorded.out).toMatch(/^recording of room-1: stopped, \w+, requested, \d+ files, upload: uploaded\n/);
    expect(recordings(world)).toEqual([["room-1", "stopped"]]);
    const sid = world.fake.recordings[0]?.sid ?? "";

    const { exit, json } = await world.call(["--json", "files", "room-1"]);
    const listed = json() as { sid: string; files: { key: string; format: string; url?: string }[] };
    expect([exit, listed.sid]).toEqual([0, sid]);
    expect(listed.files.map(({ key }) => key).toSorted()).toEqual(
      world.storage.keysInBucket().filter((key) => !key.endsWith(".ts")),
    );
    expect((await world.call(["files", "room-1"])).out).toMatch(
      /mp4 +- .*calls\/monday\/.*\.mp4\n\d+ segments more: --all\n$/s,
    );
    const links = await world.call(["--json", "files", "--sid", sid, "--links", "--all"]);
    const [first] = (links.json() as typeof listed).files;
    expect((await world.storage.fetch(first?.url ?? "")).status).toBe(200);
    for (const text of [recorded.out, recorded.err, links.out]) {
      for (const secret of secretsOf(world.fake, world.storage)) expect(text).not.toContain(secret);
    }
  });

  test("starts in one process, watches in another, and stops in a third", async () => {
    const world = meet();
    const started = await world.call(["record", "room-1"], { moves: true });
    expect(started.out).toContain("To end it: agora-edge stop room-1");
    expect(recordings(world)).toEqual([["room-1", "recording"]]);
    // What is stored lets somebody stop it, and nothing else.
    for (const text of world.files.values()) {
      for (const secret of secretsOf(world.fake, world.storage)) expect(text).not.toContain(secret);
    }

    const again = await world.call(["record", "room-1"], { moves: true });
    expect(again.exit).toBe(0);
    expect(recordings(world)).toHaveLength(1);

    const watching = new AbortController();
    const watched = world.call(["--json", "watch", "room-1", "--interval", "5s"], {
      moves: true,
      signal: watching.signal,
    });
    world.fake.clock.setTimeout(() => watching.abort(), minute);
    const { out, exit } = await watched;
    expect([exit, recordings(world)]).toEqual([130, [["room-1", "recording"]]]);
    expect(
      out
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { status?: string }).status)[0],
    ).toBe("recording");

    const stopped = await world.call(["--json", "stop"], { moves: true });
    expect(stopped.json()).toMatchObject([{ status: "stopped", ending: "requested", upload: "uploaded" }]);
    expect(recordings(world)).toEqual([["room-1", "stopped"]]);
    expect((await world.call(["stop"])).exit).toBe(5);
  });

  test("watches until a recording ends by itself, and has it in the list then", async () => {
    const world = meet();
    await world.call(["record", "room-1"], { moves: true });
    world.fake.channel("room-1").leave("1001");
    const { exit, err, out } = await world.call(["watch"], { moves: true });
    expect(err).toMatch(/^recording of room-1: recording, /);
    expect([exit, out]).toEqual([
      0,
      expect.stringMatching(/^recording of room-1: stopped, \w+, (exited|already-ended)/),
    ]);
    expect((await world.call(["watch"])).exit).toBe(5);
    expect((await world.call(["files"])).out).toContain(".m3u8");
  });

  test("stops what was started elsewhere, by its handle", async () => {
    const world = meet();
    const { out } = await world.call(["--json", "record", "room-1"], { moves: true });
    world.files.clear();
    const stopped = await world.call(["--json", "stop", "-"], { moves: true, stdin: out });
    expect([stopped.exit, stopped.json()]).toMatchObject([0, { status: "stopped", ending: "requested" }]);
    expect((await world.call(["stop", "-"], { stdin: "{}" })).exit).toBe(2);
  });

  test("adds fields of a file to what the options set, and records with the time of day of captions", async () => {
    const world = meet();
    const sent: unknown[] = [];
    const fetch: World["fetch"] = async (input, init) => {
      const request = new Request(input, init);
      if (request.url.endsWith("/start")) sent.push(await request.clone().json());
      return world.fetch(request);
    };
    const more = { recordingConfig: { maxIdleTime: 60 }, recordingFileConfig: { avFileType: ["hls"] } };
    const readFile = async () => JSON.stringify(more);
    const args = ["record", "room-1", "--live", "--mp4", "--request", "more.json"];
    expect((await world.call(args, { moves: true, fetch, readFile })).exit).toBe(0);
    const extensionParams = { enableNTPtimestamp: true };
    expect(sent).toMatchObject([
      { clientRequest: { ...more, recordingConfig: { channelType: 1, maxIdleTime: 60, extensionParams } } },
    ]);
  });

  test("says that a channel has older recordings, which --sid names, and what addresses of playlists are worth", async () => {
    const world = meet();
    for (const _ of ["first", "second"]) await world.call(["record", "room-1", "--for", "1m"], { moves: true });
    const [first, second] = world.fake.recordings.map(({ sid }) => sid);
    const { out } = await world.call(["files", "room-1", "--links"]);
    expect(out).toContain("This is the newest. 1 older recording, by --sid:");
    expect(out).toContain(`room-1  ${first}`);
    expect(out).toContain("agora-edge play plays it.");
    const newest = await world.call(["--json", "files"]);
    expect(newest.json()).toMatchObject({ sid: second, others: [{ sid: first, channel: "room-1" }] });
    const older = await world.call(["files", "--sid", first ?? ""]);
    expect([older.exit, older.out]).toEqual([0, expect.not.stringContaining("older recording")]);
    expect(older.out).not.toContain("agora-edge play");
    const ctrlC = new AbortController();
    const playing = await world.call(["play"], { signal: ctrlC.signal, openBrowser: () => ctrlC.abort() });
    expect(playing.err).toContain(`room-1  ${first}`);
  });

  test("stops at Ctrl+C before the time is over", async () => {
    const world = meet();
    const ctrlC = new AbortController();
    world.fake.clock.setTimeout(() => ctrlC.abort(), minute);
    const { out } = await world.call(["record", "room-1", "--for", "1h"], { moves: true, signal: ctrlC.signal });
    expect(out).toContain("stopped");
    expect(world.fake.now() - Date.UTC(2026, 0, 1)).toBeLessThan(10 * minute);
  });

  test("leads to the doctor where files went to the backup", async () => {
    const world = meet();
    world.fake.uploadTime(0, { outcome: "backuped" });
    const { out } = await world.call(["record", "room-1", "--for", "1m"], { moves: true });
    expect(out).toContain("upload: backuped");
    expect(out).toContain("npx @agora-edge/cli doctor, says why your storage refused them");
  });

  test("says what a refused start means, with the exit code of a failure", async () => {
    const world = meet();
    world.fake.disable();
    const { exit, err, out } = await world.call(["record", "room-1"], { moves: true });
    expect([exit, out]).toEqual([1, ""]);
    expect(err).toMatch(/✗ .*\n {2}recording\.acquire: /);
    const { json } = await world.call(["--json", "record", "room-1"], { moves: true });
    expect(json()).toMatchObject({ error: { operation: "recording.acquire", kind: "invalid-app-id" } });
  });

  test("asks which channel where there are two", async () => {
    const world = meet();
    world.fake.channel("room-2").join("1002");
    await world.call(["record", "room-1"], { moves: true });
    await world.call(["record", "room-2"], { moves: true });
    const { exit, err } = await world.call(["stop"]);
    expect([exit, err]).toEqual([2, expect.stringContaining("room-")]);
    expect((await world.call(["stop", "room-2"], { moves: true })).exit).toBe(0);
  });
});

describe("transcribe", () => {
  test("transcribes and stops by the same commands", async () => {
    const world = meet();
    const started = await world.call(["transcribe", "room-1", "--language", "en-US", "--translate", "es-ES"], {
      moves: true,
    });
    expect(started.exit).toBe(0);
    expect(started.out).toMatch(/^transcription of room-1: transcribing/);
    expect(world.fake.agents).toHaveLength(1);
    await world.call(["record", "room-1"], { moves: true });
    const stopped = await world.call(["--json", "stop", "room-1", "--service", "transcription"], { moves: true });
    expect(stopped.json()).toMatchObject([{ service: "transcription", status: "stopped" }]);
    expect(recordings(world)).toEqual([["room-1", "recording"]]);
    expect((await world.call(["transcribe", "room-1"])).exit).toBe(2);
  });
});

describe("play", () => {
  async function open(world: World, ...args: string[]) {
    const ctrlC = new AbortController();
    let opening: (url: string) => void = () => {};
    const opened = new Promise<string>((resolve) => (opening = resolve));
    const done = world.call(["--json", "play", ...args], { signal: ctrlC.signal, openBrowser: (url) => opening(url) });
    const url = await Promise.race([opened, done.then(({ out }) => Promise.reject(new Error(out)))]);
    const handler = world.pages.at(-1)?.handler;
    const get = async (path: string, init?: RequestInit) =>
      (await handler?.(new Request(new URL(path, url), init))) ?? Response.error();
    return { url, get, end: async () => (ctrlC.abort(), done) };
  }

  test("serves a page that plays a private recording by addresses of this machine alone", async () => {
    const world = meet();
    await world.call(["record", "room-1", "--for", "2m", "--mp4"], { moves: true });
    const { get, end, url } = await open(world, "room-1");
    const page = await get("");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).toContain('data-source="files/master.m3u8"');

    const master = await (await get("files/master.m3u8")).text();
    const media = /^[^#].*\.m3u8.*$/m.exec(master)?.[0] ?? "";
    const playlist = await (await get(`files/${media}`)).text();
    const segment = /^[^#].+$/m.exec(playlist)?.[0] ?? "";
    expect(segment).toMatch(/^\/[\w-]{36}\/objects\//);
    const answer = await get(segment, { headers: { range: "bytes=0-3" } });
    expect([answer.status, answer.headers.get("content-range")]).toEqual([206, "bytes 0-3/188"]);

    const [download] = /files\/[^"]+\?download/.exec(await (await get("")).text()) ?? [];
    const location = (await get(download ?? "")).headers.get("location") ?? "";
    expect((await get(location)).headers.get("content-disposition")).toContain("attachment");
    // Nothing else on this machine is served, and nothing at all without the address.
    expect((await get("/")).status).toBe(404);
    expect((await get("objects/somebody-elses.ts")).status).toBe(404);
    expect((await get("files/other.m3u8")).status).toBe(404);
    const { exit, out } = await end();
    expect(exit).toBe(0);
    for (const text of [out, master, playlist, url]) {
      for (const secret of secretsOf(world.fake, world.storage)) expect(text).not.toContain(secret);
    }
  });

  test("offers the captions of a transcription in the same folders", async () => {
    const world = meet();
    await world.call(["transcribe", "room-1", "--language", "en-US", "--store"], { moves: true });
    await world.call(["record", "room-1", "--for", "3m"], { moves: true });
    await world.call(["stop"], { moves: true });
    const [agent] = world.fake.agents;
    const { get, end } = await open(world, "room-1", "--captions", agent?.agentId ?? "", "--language", "en-US");
    const master = await (await get("files/master.m3u8")).text();
    const [, captions = ""] = /TYPE=SUBTITLES.*LANGUAGE="en-US",URI="([^"]+)"/.exec(master) ?? [];
    const [slice = ""] = /^[^#].+$/m.exec(await (await get(`files/${captions}`)).text()) ?? [];
    expect(await (await get(slice)).text()).toMatch(/^WEBVTT/);
    await end();
  });

  test("offers the users of an individual recording", async () => {
    const world = meet();
    world.fake.channel("room-1").join("1002");
    await world.call(["record", "room-1", "--mode", "individual", "--for", "2m"], { moves: true });
    const { get, end } = await open(world);
    expect(await (await get("")).text()).toMatch(/<option value="1001">1001<\/option>.*<option value="1002">/s);
    expect(await (await get("files/master.m3u8?uid=1001")).text()).toContain("1001");
    await end();
  });

  test("says so where nothing is there", async () => {
    const world = meet();
    expect((await world.call(["play", "room-1"])).err).toContain("--sid");
    const { exit, err } = await world.call(["play", "--sid", "f".repeat(32)]);
    expect([exit, err]).toEqual([5, expect.stringContaining("No files of ffff")]);
    expect((await world.call(["files", "--sid", "f".repeat(32)])).exit).toBe(5);
    const wrong = await world.call(["files", "--sid", "f".repeat(32)], {
      env: { ...world.env, STORAGE_SECRET_KEY: "guessed" },
    });
    expect([wrong.exit, wrong.err]).toEqual([1, expect.stringContaining("secretKey")]);
  });
});
