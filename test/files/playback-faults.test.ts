import { createPlaybackHandler, createS3Bucket } from "@agora-edge/core/files";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { folder, refusal, setUp, uris, type SetUp } from "./player.ts";
import type { RecordOptions } from "./record.ts";
import { storageOf } from "../../examples/react-app/stage/fake/s3-server.ts";

describe("what can be wrong with a recording", () => {
  test.each<[string, SetUp]>([
    ["wrong-region", { region: "us-east-1" }],
    ["unknown-key", { storage: { accessKey: "AKIANOBODY" } }],
    ["wrong-secret", { storage: { secretKey: "guessed" } }],
    ["no-bucket", { storage: { bucket: "nowhere" } }],
    ["access-denied", { server: { allow: ["put"] } }],
  ])("is the storage: %s goes to the server's log, and the page learns no more than that", async (kind, options) => {
    const { get, errors } = await setUp({ mode: "mix" }, options);
    const response = await get("master.m3u8");
    const message = "The storage of this recording does not answer as it should. The server's log says why.";
    expect(await refusal(response)).toEqual({ status: 502, error: kind, message });
    expect(errors).toMatchObject([{ name: "StorageError", kind }]);
  });

  test("is that temporary keys have expired", async () => {
    const { get, errors, server } = await setUp({ mode: "mix" });
    const expired = createS3Bucket(storageOf(server), {
      fetch: async () => new Response("<Error><Code>ExpiredToken</Code></Error>", { status: 400 }),
    });
    const play = createPlaybackHandler({
      files: expired,
      authorize: () => ({ sid: "a" }),
      onError: (thrown) => errors.push(thrown),
    });
    expect((await play(new Request("https://app.example/master.m3u8"))).status).toBe(502);
    expect(errors).toMatchObject([{ kind: "expired-key", message: expect.stringContaining("Get new keys") }]);
    expect((await get("master.m3u8")).status).toBe(200);
  });

  test("is a playlist that was cut off: it is refused, or plays what is whole in it", async () => {
    const { get, server, sid, text } = await setUp({ mode: "mix" });
    const name = `${sid}_my_room.m3u8`;
    const whole = server.read(`${folder}/${name}`)?.text ?? "";
    const all = uris(await text(name)).map((url) => new URL(url).pathname);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), async (length) => {
        server.put(`${folder}/${name}`, whole.slice(0, length));
        const response = await get(name);
        const body = await response.text();
        const isRefused = response.status === 502 && body.includes('"cut-playlist"');
        const played = isRefused ? [] : uris(body).map((url) => new URL(url).pathname);
        expect(isRefused || response.status === 200).toBe(true);
        expect(played).toEqual(all.slice(0, played.length));
      }),
    );
    server.put(`${folder}/${name}`, "");
    expect(await refusal(await get(name))).toMatchObject({ message: expect.stringContaining("not whole") });
  });

  test.each<[string, RecordOptions, string]>([
    ["WebM", { mode: "individual", users: { 1: { codec: "vp8" } } }, "__uid_s_1__uid_e_video.m3u8"],
    ["VP9", { mode: "raw", users: { 1: { codec: "vp9" } } }, "master.m3u8"],
  ])("is that it was sent in %s, which no HLS player plays", async (_, options, name) => {
    const { get, sid } = await setUp(options);
    const response = await get(name.startsWith("_") ? `${sid}_my_room${name}` : name);
    expect(await refusal(response)).toMatchObject({
      error: "unplayable",
      message: expect.stringMatching(/not for HLS.*DASH/s),
    });
  });

  test("is a codec that nobody knows", async () => {
    const { get, server, sid } = await setUp({ mode: "raw" });
    const name = `${sid}_my_room__uid_s_1__uid_e_h266.m3u8`;
    server.put(`${folder}/${name}`, `#EXTM3U\n#EXTINF:1\n${sid}_my_room__uid_s_1__uid_e_20260101000003000_h266.ts\n`);
    expect(await refusal(await get(name))).toMatchObject({
      status: 415,
      message: expect.stringContaining("codec h266"),
    });
  });

  test("is a list that is longer than anybody plays, or larger than a list can be", async () => {
    const { get, server, sid } = await setUp({ mode: "mix" }, { handler: { maxSegments: 2 } });
    const name = `${sid}_my_room.m3u8`;
    expect(await refusal(await get(name))).toMatchObject({
      error: "too-many-objects",
      message: expect.stringContaining("maxSegments"),
    });
    server.put(`${folder}/${name}`, `#EXTM3U\n${"#".repeat(8_000_001)}`);
    expect(await refusal(await get(name))).toMatchObject({ error: "too-large" });
  });

  test("is that there is nothing yet", async () => {
    const { get } = await setUp({ mode: "mix" }, { grant: { files: [] } });
    expect(await refusal(await get("master.m3u8"))).toMatchObject({
      status: 404,
      message: expect.stringContaining("no playlist yet"),
    });
  });
});
