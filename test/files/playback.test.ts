import { describe, expect, test } from "vitest";
import { folder, refusal, setUp, uris } from "./player.ts";
import type { RecordOptions } from "./record.ts";

describe("createPlaybackHandler", () => {
  test("plays a mixed recording: every segment by an address that needs no keys", async () => {
    const { text, load, sid } = await setUp({ mode: "mix" });
    const master = await text("master.m3u8");
    expect(uris(master)).toEqual([`${sid}_my_room.m3u8`]);
    const playlist = await text(uris(master)[0] ?? "");
    const segments = uris(playlist);
    expect(segments).toHaveLength(3);
    const answers = await Promise.all(segments.map((url) => load(url)));
    expect(answers.map(({ status, headers }) => [status, headers.get("content-type")])).toEqual(
      segments.map(() => [200, "video/mp2t"]),
    );
    expect(playlist).toContain("#EXTINF:10.000000,\n");
    expect(playlist).toContain("#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:03.000Z");
    expect(playlist).toMatch(/#EXT-X-ENDLIST\n$/);
    expect(master + playlist).not.toContain("EXAMPLEKEY");
  });

  test("lets addresses in a playlist work for longer than it plays", async () => {
    const hours = 9;
    const { text, load, moveTime, server, sid } = await setUp({ mode: "mix" });
    const slice = `#EXTINF:300\n${sid}_my_room_20260101000003000.ts\n`;
    server.put(`${folder}/${sid}_my_room.m3u8`, `#EXTM3U\n${slice.repeat(hours * 12)}#EXT-X-ENDLIST\n`);
    const segments = uris(await text(`${sid}_my_room.m3u8`));
    moveTime(hours * 3_600_000);
    expect((await load(segments.at(-1) ?? "")).status).toBe(200);
    moveTime(3_600_001);
    expect((await load(segments.at(-1) ?? "")).status).toBe(403);
  });

  test("joins the pictures and the sound of one user of an individual recording", async () => {
    const { text, get, sid } = await setUp({ mode: "individual", users: { 1: {}, 2: {} } });
    const name = (track: string) => `${sid}_my_room__uid_s_2__uid_e_${track}.m3u8`;
    const master = await text("master.m3u8?uid=2");
    expect(uris(master)).toEqual([`${name("video")}?uid=2`]);
    expect(master).toContain(
      `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="audio",URI="${name("audio")}?uid=2",DEFAULT=YES`,
    );
    expect(master).toMatch(/#EXT-X-STREAM-INF:.*AUDIO="audio"/);
    expect(uris(await text(name("audio")))[0]).toContain("__uid_s_2__uid_e_audio_20260101000003000.ts?");
    expect(await refusal(await get("master.m3u8"))).toMatchObject({
      status: 400,
      error: "which-user",
      uids: ["1", "2"],
    });
  });

  test.each<[string, RecordOptions, string]>([
    ["individual, merged", { mode: "individual", streamMode: "standard" }, "__uid_s_1001__uid_e_av.m3u8"],
    ["raw", { mode: "raw" }, "__uid_s_1001__uid_e_h264.m3u8"],
    [
      "individual with sound alone",
      { mode: "individual", users: { 1: { publish: { audio: true } } } },
      "__uid_s_1__uid_e_audio.m3u8",
    ],
  ])("plays the one playlist of %s, without having to be told the user", async (_, options, ending) => {
    const { text, sid } = await setUp(options);
    const master = await text("master.m3u8");
    expect(uris(master)).toEqual([`${sid}_my_room${ending}`]);
    expect(master).not.toContain("TYPE=AUDIO");
  });

  test("takes the names that the service listed, with keys that may not list the bucket", async () => {
    const recorded = await setUp(
      { mode: "mix" },
      { server: { allow: ["get"] }, grant: { files: ["4f0c_my_room.m3u8"], sid: "4f0c" } },
    );
    expect(uris(await recorded.text("master.m3u8"))).toEqual(["4f0c_my_room.m3u8"]);
    const { text, files, sid } = await setUp({ mode: "mix" }, { server: { allow: ["get"] } });
    expect(files.map(({ fileName }) => fileName)).toEqual([`${sid}_my_room.m3u8`]);
    expect(uris(await text(`${sid}_my_room.m3u8`))).toHaveLength(3);
  });

  test("falls back on the newest copy from the service's backup where there is no plain playlist", async () => {
    const files = ["4f0c_my_room_77_0.m3u8", "4f0c_my_room_77_2.m3u8", "4f0c_my_room_77_1.m3u8"];
    const copies = await setUp({ mode: "mix" }, { grant: { files, sid: "4f0c" } });
    expect(uris(await copies.text("master.m3u8"))).toEqual(["4f0c_my_room_77_2.m3u8"]);
    const both = await setUp({ mode: "mix" }, { grant: { files: [...files, "4f0c_my_room.m3u8"], sid: "4f0c" } });
    expect(uris(await both.text("master.m3u8"))).toEqual(["4f0c_my_room.m3u8"]);
  });

  test("joins what was recorded before and after a server was lost", async () => {
    const { text, sid } = await setUp({ mode: "mix", failover: true, duration: 80_000 });
    expect(uris(await text("master.m3u8"))).toEqual([`${sid}_my_room.m3u8`]);
    const playlist = await text(`${sid}_my_room.m3u8`);
    const failovers = uris(playlist).map((url) => url.includes(`/bak0_${sid}`));
    expect(failovers.lastIndexOf(false)).toBeLessThan(failovers.indexOf(true));
    expect(new Set(failovers)).toEqual(new Set([false, true]));
    expect(playlist.match(/#EXT-X-DISCONTINUITY\n/g)).toHaveLength(1);
  });

  test("sends MP4 files to the storage, which takes range requests; a download gets its name", async () => {
    const media = () => new TextEncoder().encode("0123456789");
    const { get, load, sid } = await setUp({ mode: "mix", avFileType: ["hls", "mp4"], media });
    const redirect = await get(`${sid}_my_room_0.mp4`);
    expect(redirect.status).toBe(302);
    const part = await load(redirect.headers.get("location") ?? "", { headers: { range: "bytes=2-4" } });
    expect([part.status, await part.text(), part.headers.get("content-range")]).toEqual([206, "234", "bytes 2-4/10"]);
    expect(part.headers.get("content-type")).toBe("video/mp4");
    const head = await get(`${sid}_my_room_0.mp4`, { method: "HEAD" });
    expect((await load(head.headers.get("location") ?? "", { method: "HEAD" })).status).toBe(200);
    const download = await get(`${sid}_my_room_0.mp4?download`);
    const saved = await load(download.headers.get("location") ?? "");
    expect(saved.headers.get("content-disposition")).toMatch(/^attachment; filename="\w+\.mp4"/);
  });

  test("offers captions from the bucket in every language, and subtitles of the app", async () => {
    const captions = { sid: "AGENT", cname: "my_room", languages: ["en-US", "fr-FR"] };
    const own = { language: "es-ES", text: "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nHola\n" };
    const { text, server, load } = await setUp({ mode: "mix" }, { grant: { captions, subtitles: [own] } });
    server.put(
      `${folder}/fr-FR_AGENT_my_room.m3u8`,
      "#EXTM3U\n#EXTINF:60.0\nfr-FR_AGENT_my_room_0.vtt\n#EXT-X-ENDLIST\n",
    );
    server.put(`${folder}/fr-FR_AGENT_my_room_0.vtt`, "WEBVTT\n");
    const master = await text("master.m3u8");
    const subtitles = [...master.matchAll(/TYPE=SUBTITLES.*LANGUAGE="([^"]+)",URI="([^"]+)"/g)].map(
      ([, ...found]) => found,
    );
    expect(subtitles).toEqual([
      ["es-ES", "subtitles-es-ES.m3u8"],
      ["en-US", "en-US_AGENT_my_room.m3u8"],
      ["fr-FR", "fr-FR_AGENT_my_room.m3u8"],
    ]);
    expect(master).toMatch(/#EXT-X-STREAM-INF:.*SUBTITLES="subtitles"/);
    const [segment = ""] = uris(await text("fr-FR_AGENT_my_room.m3u8"));
    expect((await load(segment)).headers.get("content-type")).toBe("text/vtt");
    expect(await text("subtitles-es-ES.m3u8")).toContain("#EXTINF:2.500,\nsubtitles-es-ES.vtt\n");
    expect(await text("subtitles-es-ES.vtt")).toBe(own.text);
  });

  test("maps subtitles of the app to where the video begins in its own time", async () => {
    const pts = 2 ** 32 + 12_345;
    const packet = Uint8Array.from({ length: 188 }, () => 0xff);
    const bits = [
      0x21 | (Math.floor(pts / 2 ** 30) << 1),
      (pts >>> 22) & 0xff,
      ((pts >>> 14) & 0xfe) | 1,
      (pts >>> 7) & 0xff,
      ((pts << 1) & 0xfe) | 1,
    ];
    packet.set([0x47, 0x41, 0x00, 0x10, 0, 0, 1, 0xe0, 0, 0, 0x80, 0x80, 5, ...bits]);
    const subtitles = [{ language: "en-US", text: "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nHi\n" }];
    const { text } = await setUp({ mode: "mix", media: () => packet }, { grant: { subtitles } });
    expect(await text("subtitles-en-US.vtt")).toMatch(
      /^WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:4294979641,LOCAL:00:00:00\.000\n\n/,
    );
  });

  test("serves a DASH manifest as it is, and its segments beside it", async () => {
    const { text, get, sid, load } = await setUp({ mode: "raw", users: { 1: { codec: "vp9" } } });
    const manifest = await text(`${sid}_my_room__uid_s_1__uid_e_vp9.mpd`);
    const [, segment = ""] = /media="([^"]+)"/.exec(manifest) ?? [];
    const redirect = await get(segment);
    expect((await load(redirect.headers.get("location") ?? "")).status).toBe(200);
  });

  test("keeps what the app puts behind an address, so that players without headers are known", async () => {
    const { text, sid } = await setUp({ mode: "mix" });
    expect(uris(await text("master.m3u8?ticket=a%20b"))).toEqual([`${sid}_my_room.m3u8?ticket=a%20b`]);
  });
});
