import ky from "ky";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { basicAuth } from "../auth/basic-auth.ts";
import { createAgoraClient } from "../client/agora-client.ts";
import { room } from "./testing/steps.ts";
import { worldOf } from "./testing/upstream.ts";
import { canaries, clientRequest } from "./testing/world.ts";

/*
 * What comes from where Agora should be, and must not get through to a page. The requests of visitors are in `proxy/`.
 */

const project = (appId: string) => `/api/agora/v1/apps/${appId}/cloud_recording`;

describe("an upstream that redirects", () => {
  test.each([301, 302, 303, 307, 308])(
    "with %i is not followed, and the page hears that nothing is known",
    async (status) => {
      const world = worldOf(() => new Response("{}", { status, headers: { location: "https://evil.example/" } }));
      expect(await world.start()).toMatchObject({ status: 502, retry: { outcomeUnknown: true } });
      expect(world.asked.map(({ redirect }) => redirect)).toEqual(["manual", "manual"]);
      expect(world.last()).not.toContain("evil.example");
    },
  );

  test("is not believed where a fetch of the app's own follows it", async () => {
    const answer = Response.json({ ...room, resourceId: "R1", sid: "invented" });
    Object.defineProperty(answer, "redirected", { value: true });
    const world = worldOf(() => answer);
    expect(await world.start()).toMatchObject({ status: 502, retry: { outcomeUnknown: true } });
    expect(world.last()).not.toContain("invented");
  });
});

describe("a client such as ky in place of fetch", () => {
  test("throws a redirect, which is one all the same", async () => {
    const followed = vi.fn<typeof fetch>(async () => Response.json({}, { status: 307, headers: { location: "/x" } }));
    const own = ky.create({ fetch: followed, retry: 0 });
    const world = worldOf((request) => own(request));
    const error = await world.start();
    expect(error).toMatchObject({ status: 502, retry: { outcomeUnknown: true } });
    const { appId } = world.fake;
    const direct = createAgoraClient({ appId, auth: basicAuth("id", "secret"), fetch: own, rateLimit: false });
    const thrown = await direct.recording.acquire(room).catch((reason: unknown) => reason);
    expect(thrown).toMatchObject({ kind: "unexpected-redirect", status: 307 });
    // Neither is sent again.
    expect(followed).toHaveBeenCalledTimes(2);
  });
});

describe("an upstream that repeats secrets", () => {
  const { secretKey, token } = canaries;
  const bytes = (text: string) => [...new TextEncoder().encode(text)];
  const every = (text: string, spell: (code: number) => string) => bytes(text).map(spell).join("");
  const hex = (code: number) => code.toString(16).padStart(2, "0");
  const spellings: [string, (text: string) => string][] = [
    ["as they are", (text) => text],
    ["in capitals", (text) => text.toUpperCase()],
    ["percent-encoded", (text) => every(text, (code) => `%${hex(code)}`)],
    ["percent-encoded in capitals, twice", (text) => every(text, (code) => `%25${hex(code).toUpperCase()}`)],
    ["percent-encoded in part", (text) => text.replaceAll("-", "%2D")],
    ["as HTML entities", (text) => every(text, (code) => `&#${code};`)],
    ["as hexadecimal HTML entities", (text) => every(text, (code) => `&#x${hex(code)};`)],
    ["escaped for a script", (text) => every(text, (code) => `\\x${hex(code)}`)],
    ["in hexadecimal digits", (text) => every(text, hex)],
    ["in base64", (text) => btoa(text)],
    ["in base64, in the middle of another text", (text) => btoa(`a${text}b`)],
    ["in base64, at another place of it", (text) => btoa(`ab${text}cd`)],
    ["in base64 for addresses", (text) => btoa(`${text}??>`).replaceAll("+", "-").replaceAll("/", "_")],
  ];

  test.each(spellings)("%s, in a reason: they are redacted", async (_, spell) => {
    const spelled = [secretKey, token].map(spell);
    const reason = `bad keys: ${spelled.join(" and ")}!`;
    const world = worldOf(() => Response.json({ code: 2, reason, message: reason }, { status: 400 }));
    const error = await world.start();
    expect(world.last()).toContain("bad keys: ");
    // The middle alone: of base64, the letters at both ends hold bits of the neighbors.
    for (const each of spelled)
      for (const text of [world.last(), String(error)]) expect(text).not.toContain(each.slice(4, -6));
  });

  test("in headers: none is passed on as it came", async () => {
    const world = worldOf(() =>
      Response.json(
        { code: 2, reason: "no" },
        {
          status: 400,
          headers: {
            "retry-after": secretKey,
            "x-request-id": secretKey,
            "set-cookie": `a=${secretKey}`,
            "x-debug": token,
          },
        },
      ),
    );
    await world.start();
    expect(world.last()).not.toMatch(/canary/);
    expect(
      JSON.parse(world.last().slice(4, world.last().lastIndexOf("]") + 1)).map(([name]: string[]) => name),
    ).toEqual(["cache-control", "content-type", "x-content-type-options", "x-request-id"]);
  });

  test.each([
    ["7", "7"],
    ["7.2", "8"],
    ["999999999999", "86400"],
    ["soon", null],
    ["-5", "0"],
  ])("and Retry-After %s becomes %s", async (given, shown) => {
    const world = worldOf(() => Response.json({}, { status: 429, headers: { "retry-after": given } }));
    const { resourceId, grant } = await world.page("alice").recording.acquire(room);
    const path = `${project(world.fake.appId)}/resourceid/${resourceId}/mode/mix/start`;
    const response = await world.send(path, { json: { ...room, clientRequest }, grant: String(grant) });
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, shown]);
  });

  test("in fields of its own: what is not documented is left out, and texts are cut", async () => {
    const debug = { authorization: "Basic x", config: "of the gateway" };
    const world = worldOf(() =>
      Response.json({ code: 2, reason: "x".repeat(100_000), debug, sid: "S1" }, { status: 400 }),
    );
    await world.start();
    expect(world.last()).toContain('"sid":"S1"');
    expect(world.last()).not.toMatch(/debug|gateway/);
    expect(world.last().length).toBeLessThan(1500);
  });

  test("in a page of a gateway: its beginning alone is passed on, as text", async () => {
    const world = worldOf(() => new Response(`<html>${"x".repeat(100_000)}`, { status: 502 }));
    await world.start();
    expect(world.last()).toContain("text/plain");
    expect(world.last().length).toBeLessThan(1500);
  });
});

describe("an upstream that sends megabytes of letters in code", () => {
  test.each(["%41", "%2541"])("%s: costs no decoder for each of them", async (letter) => {
    const decoding = vi.spyOn(TextDecoder.prototype, "decode");
    onTestFinished(() => decoding.mockRestore());
    const reason = letter.repeat(60_000);
    const world = worldOf(() => Response.json({ code: 2, reason, message: reason, detail: reason }, { status: 400 }));
    expect(await world.start()).toMatchObject({ kind: "invalid-parameter" });
    expect(decoding.mock.calls.length).toBeLessThan(100);
  });
});

describe("an upstream that sends 100 MB", () => {
  test.each([undefined, "100000000"])("is not read to its end, whether it says so (%s) or not", async (length) => {
    let sent = 0;
    let cancelled = false;
    const endless = () =>
      new ReadableStream({
        pull(controller) {
          sent += 65_536;
          if (sent > 100_000_000) controller.close();
          else controller.enqueue(new Uint8Array(65_536).fill(0x20));
        },
        cancel: () => void (cancelled = true),
      });
    const headers: Record<string, string> = length === undefined ? {} : { "content-length": length };
    const world = worldOf(() => new Response(endless(), { headers }));
    expect(await world.start()).toMatchObject({ status: 502, retry: { outcomeUnknown: true } });
    expect([cancelled, sent < 6_000_000]).toEqual([true, true]);
  });
});
