import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { createPlaybackHandler, createS3Bucket, listRecordingObjects } from "@agora-edge/core/files";
import { createFakeAgora } from "@agora-edge/msw/fake";
import { describe, expect, test } from "vitest";
import { createS3Server, storageOf } from "../../examples/react-app/stage/fake/s3-server.ts";

const fileNamePrefix = ["calls"];

/** Two people talk for two minutes, in slices of 30 seconds. */
async function transcribe({ secretKey = "secret", sliceDuration = 30 } = {}) {
  const server = createS3Server({ now: () => Date.UTC(2026, 0, 1) });
  const fake = createFakeAgora({
    rateLimit: false,
    storage: { put: ({ key, body, contentType }) => server.put(key, body, contentType) },
  });
  const agora = createAgoraClient({
    appId: fake.appId,
    auth: basicAuth(fake.customerId, fake.customerSecret),
    fetch: fake.fetch,
    clock: fake.clock,
  });
  fake.channel("room-1").join("1001");
  const storage = { vendor: 1, region: 0, bucket: server.bucket, accessKey: "key", secretKey, fileNamePrefix };
  const agent = await agora.sttAgents.join({
    name: "room-1",
    languages: ["en-US"],
    translateConfig: { languages: [{ source: "en-US", target: ["es-ES"] }] },
    rtcConfig: { channelName: "room-1", pubBotUid: "47091" },
    captionConfig: { sliceDuration, storage },
  });
  await fake.advanceAsync(5000);
  fake.captions("room-1").play([
    { uid: "1001", text: "Is 1 < 2 & 3?", translations: { "es-ES": "¿Es 1 < 2 y 3?" } },
    { uid: "1001", text: "It is.", after: 40_000 },
  ]);
  const during = async (ms: number) => {
    await fake.advanceAsync(ms);
    return server.keysInBucket();
  };
  const end = async () => {
    await agora.sttAgents.leave(agent);
    await fake.advanceAsync(60_000);
  };
  return { server, fake, agent, during, end };
}

describe("caption files of createFakeAgora({ storage })", () => {
  test("are slices and playlists, one of everything and one for each language, and grow", async () => {
    const { server, agent, during, end } = await transcribe();
    const base = `${agent.agentId}_room-1`;
    const playlists = [`calls/${base}.m3u8`, `calls/en-US_${base}.m3u8`, `calls/es-ES_${base}.m3u8`];
    const listed = (key: string) => server.read(key)?.text.match(/^[^#].*\.vtt$/gm);
    expect(await during(20_000)).toEqual([]);
    expect(await during(20_000)).toEqual(expect.arrayContaining(playlists));
    expect(listed(playlists[0] ?? "")).toEqual([`${base}_0.vtt`]);
    await during(40_000);
    expect(listed(playlists[2] ?? "")?.length).toBeGreaterThan(1);
    expect(server.read(playlists[0] ?? "")?.text).not.toContain("ENDLIST");
    await end();
    for (const key of playlists) {
      expect(server.read(key)?.text).toMatch(/#EXT-X-ENDLIST\n$/);
      const names = listed(key) ?? [];
      expect(names.map((name) => server.read(`calls/${name}`)?.contentType)).toEqual(names.map(() => "text/vtt"));
      expect(names.length).toBeGreaterThan(2);
    }
    const objects = server.keysInBucket().filter((key) => key.endsWith(".vtt"));
    expect(objects.length).toBe(3 * (listed(playlists[0] ?? "")?.length ?? 0));
  });

  test("hold what was said, each language in its own files, in system time", async () => {
    const { server, agent, during, end } = await transcribe();
    await during(90_000);
    await end();
    const texts = (language: string) =>
      server
        .keysInBucket()
        .filter((key) => key.startsWith(`calls/${language}${agent.agentId}`) && key.endsWith(".vtt"))
        .map((key) => server.read(key)?.text ?? "");
    expect(texts("en-US_").join("")).toContain("Is 1 &lt; 2 &amp; 3?");
    expect(texts("en-US_").join("")).not.toContain("¿Es");
    expect(texts("es-ES_").join("")).toContain("¿Es 1 &lt; 2 y 3?");
    expect(texts("").join("")).toContain("¿Es 1 &lt; 2 y 3?");
    // The second sentence is in a slice of its own.
    expect(texts("en-US_").filter((text) => text.includes("-->"))).toHaveLength(2);
    const [, ticks] =
      /^WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:(\d+),LOCAL:00:00:00\.000\n\n/.exec(texts("en-US_")[0] ?? "") ?? [];
    const began = agent.startedAt * 90;
    expect((Number(ticks) - (began % 2 ** 33) + 2 ** 33) % 2 ** 33).toBeLessThan(10_000 * 90);
  });

  test("are played by the handler, and listed by the ID of the agent", async () => {
    const { server, agent, during, end } = await transcribe();
    await during(90_000);
    await end();
    const bucket = createS3Bucket(storageOf(server), {
      region: server.region,
      fetch: server.fetch,
      now: () => Date.UTC(2026, 0, 1),
    });
    const options = { sid: agent.agentId, cname: "room-1", fileNamePrefix, languages: ["en-US", "es-ES"] };
    const listed = await listRecordingObjects(bucket, options);
    expect(listed.map(({ key }) => key).toSorted()).toEqual(server.keysInBucket());
    const play = createPlaybackHandler({
      files: bucket,
      authorize: () => ({ sid: "none", captions: { ...options } }),
    });
    const get = (name: string) => play(new Request(`https://app.example/calls/1/${name}`));
    const playlist = await (await get(`es-ES_${agent.agentId}_room-1.m3u8`)).text();
    const [slice = ""] = /^https?:.*$/m.exec(playlist) ?? [];
    expect(await (await server.fetch(slice)).text()).toContain("¿Es 1 &lt; 2 y 3?");
  });

  test("are nowhere while the storage refuses the keys", async () => {
    const { server, fake, during, end } = await transcribe({ secretKey: "wrong" });
    fake.reject({ secretKey: ["wrong"] });
    await during(120_000);
    await end();
    expect(server.keysInBucket()).toEqual([]);
  });
});
