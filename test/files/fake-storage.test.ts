import { listRecordingObjects, createS3Bucket, parseFileName, parseObjectKey } from "@agora-edge/core/files";
import { describe, expect, test } from "vitest";
import { record, type RecordOptions } from "./record.ts";
import { createS3Server, storageOf } from "../../examples/react-app/stage/fake/s3-server.ts";

const text = (server: ReturnType<typeof createS3Server>, key: string) => server.read(key)?.text;

const recordings: [string, RecordOptions][] = [
  ["mix", { mode: "mix", avFileType: ["hls", "mp4"] }],
  ["a page", { mode: "web", cname: "page 7.html", avFileType: ["hls", "mp4"] }],
  ["individual", { mode: "individual", snapshots: true, users: { 1: {}, 2: {} } }],
  ["individual, merged", { mode: "individual", streamMode: "standard" }],
  ["individual, a browser with VP8", { mode: "individual", streamMode: "standard", users: { 1: { codec: "vp8" } } }],
  ["raw", { mode: "raw", avFileType: ["hls", "mp4"], users: { 1: {}, 2: { codec: "h265" } } }],
  ["raw, a browser with VP9", { mode: "raw", users: { 1: { codec: "vp9" } } }],
  ["mix over a lost server", { mode: "mix", failover: true }],
];

describe("createFakeAgora({ storage })", () => {
  test.each(recordings)("%s: every file is there, by a name that core reads", async (_, options) => {
    const server = createS3Server();
    const { sid, cname, files, fileNamePrefix } = await record(server, options);
    const keys = server.keysInBucket();
    expect(keys).toEqual(expect.arrayContaining(files.map(({ fileName }) => [...fileNamePrefix, fileName].join("/"))));
    const parsed = keys.map((key) => parseFileName(parseObjectKey(key).fileName, { sid, cname }));
    expect(parsed).not.toContain(undefined);
    expect(parsed.filter((file) => file?.format === "m3u8" || file?.format === "mpd").length).toBeGreaterThan(0);
    expect(parsed.flatMap((file) => (file?.format === "ts" ? [file.time] : []))).not.toContain(undefined);
  });

  test.each(recordings)("%s: playlists name segments that are there, and all of them", async (_, options) => {
    const server = createS3Server();
    await record(server, options);
    const keys = server.keysInBucket();
    const playlists = keys.filter((key) => /\.(m3u8|mpd)$/.test(key)).map((key) => text(server, key) ?? "");
    const named = playlists.flatMap((playlist) => [
      ...playlist.split("\n").filter((line) => /^[^#<].*\.(ts|webm)$/.test(line)),
      ...[...playlist.matchAll(/media="([^"]+)"/g)].map(([, name = ""]) => name),
    ]);
    const segments = keys.filter((key) => /\.(ts|webm)$/.test(key)).map((key) => parseObjectKey(key).fileName);
    expect(named.toSorted()).toEqual(segments.toSorted());
    expect(segments.length).toBeGreaterThan(2);
  });

  test("writes playlists as the service does, with its own tags and no comma behind a length", async () => {
    const server = createS3Server();
    const { sid, fileNamePrefix } = await record(server, { mode: "mix" });
    const playlist = text(server, [...fileNamePrefix, `${sid}_my_room.m3u8`].join("/"));
    expect(playlist?.split("\n").slice(0, 8)).toEqual([
      "#EXTM3U",
      "#EXT-X-VERSION:3",
      "#EXT-X-TARGETDURATION:15",
      "#EXT-X-MEDIA-SEQUENCE:0",
      "#EXT-X-AGORA-TRACK-EVENT:EVENT=START,TRACK_TYPE=AUDIO,TIME=20260101000003000",
      "#EXT-X-AGORA-TRACK-EVENT:EVENT=START,TRACK_TYPE=VIDEO,TIME=20260101000003000",
      "#EXTINF:10.000000",
      `${sid}_my_room_20260101000003000.ts`,
    ]);
    expect(playlist).toMatch(/#EXT-X-ENDLIST\n$/);
  });

  test("uploads while it records: the playlist is there before the end, and grows", async () => {
    const puts: string[] = [];
    const server = createS3Server();
    const spy = {
      bucket: server.bucket,
      put: (key: string, body: string | Uint8Array) => {
        if (typeof body !== "string" && key.endsWith(".m3u8")) puts.push(new TextDecoder().decode(body));
      },
    };
    await record(spy, { mode: "mix", duration: 200_000 });
    const lengths = puts.map((playlist) => playlist.match(/\.ts$/gm)?.length ?? 0);
    expect(lengths).toEqual([1, 4, 8, 12, 14]);
    expect(puts.map((playlist) => playlist.includes("ENDLIST"))).toEqual([false, false, false, false, true]);
  });

  test("fills files with what `media` makes of each", async () => {
    const server = createS3Server();
    const media = (file: { fileName: string; startTime: number; duration: number }) =>
      new TextEncoder().encode(`${file.startTime}+${file.duration}`);
    const { sid, fileNamePrefix } = await record(server, { mode: "mix", avFileType: ["hls", "mp4"], media });
    const began = Date.UTC(2026, 0, 1) + 3000;
    const folder = fileNamePrefix.join("/");
    expect(text(server, `${folder}/${sid}_my_room_20260101000003000.ts`)).toBe(`${began}+10000`);
    expect(text(server, `${folder}/${sid}_my_room_0.mp4`)).toBe(`${began}+37000`);
  });

  test("writes nothing with keys that the storage refuses", async () => {
    const server = createS3Server();
    const { fake, agora } = await record(server, { mode: "mix", cname: "first" });
    const before = server.keysInBucket().length;
    fake.reject({ accessKey: "write" });
    fake.channel("second").join(1);
    const resource = await agora.recording.acquire({ cname: "second", uid: "900002" });
    const storageConfig = { vendor: 1, region: 0, bucket: server.bucket, accessKey: "write", secretKey: "only" };
    await agora.recording.start({ ...resource, mode: "mix", clientRequest: { storageConfig } });
    await fake.advanceAsync(120_000);
    expect(server.keysInBucket()).toHaveLength(before);
  });

  test("leaves what listRecordingObjects finds", async () => {
    const server = createS3Server({ pageSize: 3 });
    const { sid, cname, fileNamePrefix } = await record(server, { mode: "mix", failover: true });
    const bucket = createS3Bucket(storageOf(server), { region: server.region, fetch: server.fetch });
    const objects = await listRecordingObjects(bucket, { sid, cname, fileNamePrefix });
    expect(objects.map(({ key }) => key).toSorted()).toEqual(server.keysInBucket());
    expect(objects.some(({ file }) => file.failover === 0)).toBe(true);
  });
});
