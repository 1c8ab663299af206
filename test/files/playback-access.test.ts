import type { PlaybackHandlerOptions } from "@agora-edge/core/files";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { folder, refusal, setUp } from "./player.ts";

describe("who may see what", () => {
  test("never leaves the recording that was granted, whatever is asked for", async () => {
    const { get, server, sid, moveTime } = await setUp(
      { mode: "individual", users: { 1: {}, 2: {} } },
      { grant: { uid: "1" } },
    );
    server.put("secret.mp4", "x");
    server.put(`${folder}/other_my_room.m3u8`, "x");
    server.put(`${folder}/${sid}_secret.txt`, "x");
    moveTime(1);
    const mine = new RegExp(`^${folder}/(bak\\d_)?${sid}_my_room__uid_s_1__uid_e_`);
    const names = fc.oneof(
      fc.constantFrom(
        "secret.mp4",
        "other_my_room.m3u8",
        `${sid}_secret.txt`,
        `${sid}_my_room__uid_s_2__uid_e_audio.m3u8`,
      ),
      fc.constantFrom(`${sid}_my_room__uid_s_1__uid_e_audio.m3u8`, `${sid}_my_room__uid_s_1__uid_e_video.m3u8`),
    );
    const steps = fc.constantFrom(
      "",
      "../",
      "..%2f",
      "%2e%2e%2f",
      "..%5c",
      "%252e%252e%252f",
      "/",
      "%2F",
      "a/b/",
      `${folder}/`,
      "%00",
    );
    const tails = fc.constantFrom("", "?x", "%00", "/", ".m3u8", "#f");
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 3 }), names, tails, async (path, name, tail) => {
        server.requests.length = 0;
        const response = await get(path.join("") + name + tail);
        const location = new URL(response.headers.get("location") ?? "http://s3.test/recordings/");
        const touched = [
          ...server.requests.map((request) => request.replace(/^\w+ /, "")),
          location.pathname.slice("/recordings/".length),
        ];
        expect(touched.filter((key) => key !== "" && !mine.test(decodeURIComponent(key)))).toEqual([]);
      }),
    );
    expect((await get(`${sid}_my_room__uid_s_2__uid_e_audio.m3u8`)).status).toBe(404);
    expect((await get(`${sid}_my_room__uid_s_1__uid_e_audio.m3u8`)).status).toBe(200);
  });

  test.each([
    "../other.ts",
    "https://evil.example/x.ts",
    "//evil.example/x.ts",
    "other_my_room_20260101000003000.ts",
    "/x.ts",
  ])("refuses a playlist that names %s", async (uri) => {
    const { get, server, sid } = await setUp({ mode: "mix" });
    server.put(`${folder}/${sid}_my_room.m3u8`, `#EXTM3U\n#EXTINF:1\n${uri}\n`);
    const response = await get(`${sid}_my_room.m3u8`);
    expect(await refusal(response)).toMatchObject({ status: 502, error: "foreign-file" });
  });

  test("leaves the decision to the app: nothing, a Response, an error", async () => {
    const answers = [null, undefined, new Response("no", { status: 418 })];
    const handler = { authorize: () => answers.shift() };
    const { get } = await setUp({ mode: "mix" }, { handler });
    const statuses = [
      (await get("master.m3u8")).status,
      (await get("master.m3u8")).status,
      (await get("master.m3u8")).status,
    ];
    expect(statuses).toEqual([404, 404, 418]);
    const broken = { authorize: () => Promise.reject(new Error("database")) };
    const other = await setUp({ mode: "mix" }, { handler: broken });
    expect((await other.get("master.m3u8")).status).toBe(401);
    expect(other.errors).toMatchObject([{ message: "database" }]);
  });

  test("answers other origins only as `cors` says", async () => {
    const cors = { origin: ["https://site.example"], credentials: true };
    const { get } = await setUp({ mode: "mix" }, { handler: { cors } });
    const from = (origin: string, method = "GET") => get("master.m3u8", { method, headers: { origin } });
    const allowed = await from("https://site.example");
    expect(allowed.headers.get("access-control-allow-origin")).toBe("https://site.example");
    expect(allowed.headers.get("access-control-allow-credentials")).toBe("true");
    expect((await from("https://evil.example")).headers.has("access-control-allow-origin")).toBe(false);
    expect((await from("https://site.example", "OPTIONS")).status).toBe(204);
    expect((await from("https://site.example", "POST")).status).toBe(405);
  });

  test("refuses options that cannot work", async () => {
    const build = (handler: Partial<PlaybackHandlerOptions>) => setUp({ mode: "mix" }, { handler });
    await expect(build({ expiresIn: 604_801 })).rejects.toThrow(/expiresIn/);
    await expect(build({ cors: { origin: "*", credentials: true } })).rejects.toThrow(/cors\.origin/);
  });
});
