import { describe, expect, test } from "vitest";
import { isAgoraError } from "../../index.ts";
import { finishedType } from "../../page/finished.ts";
import { room, settle } from "../testing/steps.ts";
import { worldOf } from "../testing/upstream.ts";
import { canaries, clientRequest, createWorld } from "../testing/world.ts";

const accept = `${finishedType}, application/json`;
const json = (text: string): unknown => JSON.parse(text.slice(text.indexOf("] {") + 2));

/** A page that starts a recording, behind a proxy whose Agora answers a start as given. */
function startOver(answer: () => Response | Promise<Response>) {
  const world = worldOf(answer, { server: { retry: false } });
  const start = async () => {
    const page = world.pageClient("alice");
    const lease = await page.recording.acquire(room);
    const call = page.recording.start({ ...lease, mode: "mix", clientRequest });
    return settle(world, call);
  };
  return { start, last: world.last };
}

describe("a finished answer", () => {
  test("has a type of its own, which names the version", async () => {
    const world = createWorld();
    const path = `/api/agora/v1/apps/${world.fake.appId}/cloud_recording/acquire`;
    const response = await world.send(path, { json: { ...room, clientRequest: {} }, accept });
    expect(response.headers.get("content-type")).toBe(finishedType);
    expect(response.headers.get("x-request-id")).toBeTruthy();
    expect(await response.json()).toMatchObject({ ...room, resourceId: expect.any(String), grant: expect.any(String) });
  });

  test.each([
    ["zh-CN,zh;q=0.9,en;q=0.8", "未登录"],
    ["fr-FR, zh;q=0.7, en;q=0.3", "未登录"],
    ["en-US,en;q=0.9,zh-CN;q=0.8", "Not signed in"],
    ["zh;q=0", "Not signed in"],
    ["fr", "Not signed in"],
  ])("is in the language that the visitor would rather read: %s", async (language, title) => {
    const world = createWorld();
    const path = `/api/agora/v1/apps/${world.fake.appId}/cloud_recording/acquire`;
    const headers = { "accept-language": language };
    const response = await world.send(path, { user: "", accept, headers, json: room });
    expect(await response.json()).toMatchObject({ kind: "proxy-unauthenticated", title });
  });

  test("says of a failure what is documented, and no more", async () => {
    const reason = "x".repeat(5000);
    const extra = { internal: "10.0.0.5", trace: { host: "db-1" } };
    const answer = () => Response.json({ code: 2, reason, ...extra }, { status: 400, headers: { "x-internal": "1" } });
    const { start, last } = startOver(answer);
    const error = await start();
    expect(error).toMatchObject({ kind: "invalid-parameter", status: 400, code: 2 });
    expect(last()).not.toMatch(/internal|10\.0\.0\.5|db-1/);
    expect(last().length).toBeLessThan(2000);
  });

  test("has the documented fields of a success alone", async () => {
    const { start, last } = startOver(() => Response.json({ sid: "S1", internal: "10.0.0.5" }));
    expect(await start()).toMatchObject({ sid: "S1" });
    expect(last()).not.toContain("10.0.0.5");
  });

  test("shows no page of a gateway, nor where a redirect leads", async () => {
    const page = startOver(() => new Response(`<p>${canaries.secretKey}</p>`, { status: 502 }));
    expect(await page.start()).toMatchObject({ kind: "non-json-response", status: 502 });
    expect(page.last()).not.toContain("<p>");
    const location = "https://evil.example/";
    const redirect = startOver(() => new Response("{}", { status: 307, headers: { location } }));
    expect(await redirect.start()).toMatchObject({ kind: "unexpected-redirect", retry: { outcomeUnknown: true } });
    expect(redirect.last()).toMatch(/^502 /);
    expect(redirect.last()).not.toContain("evil.example");
  });

  test.each([
    ["as they are", (text: string) => text],
    [
      "percent-encoded",
      (text: string) => [...new TextEncoder().encode(text)].map((code) => `%${code.toString(16)}`).join(""),
    ],
    ["in base64", (text: string) => btoa(text)],
  ])("repeats no secrets %s: of reasons, details and whatever else the service says", async (_, spell) => {
    const said = `bad keys: ${spell(canaries.secretKey)} and ${spell(canaries.token)}!`;
    const { start, last } = startOver(() => Response.json({ code: 2, reason: said, message: said }, { status: 400 }));
    const error = await start();
    expect(last()).toContain("bad keys");
    for (const text of [last(), error instanceof Error ? error.message : "", JSON.stringify(error)]) {
      for (const secret of [canaries.secretKey, canaries.token]) expect(text).not.toContain(spell(secret).slice(4, -6));
    }
    const worked = startOver(() => Response.json({ sid: "S1", resourceId: said }));
    await worked.start();
    expect(worked.last()).not.toContain(spell(canaries.secretKey).slice(4, -6));
  });

  test("tells of an earlier attempt that it was lost, and nothing of how", async () => {
    let asked = 0;
    const world = worldOf(
      async () => {
        if (asked++ === 0) throw new TypeError("connect ECONNREFUSED 10.0.0.5:443");
        return Response.json({ code: 433, reason: "expired" }, { status: 400 });
      },
      { server: { retry: {} } },
    );
    const page = world.pageClient("alice");
    const lease = await page.recording.acquire(room);
    const error = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    expect(isAgoraError(error) && error.cause).toMatchObject({
      kind: "network-error",
      retry: { outcomeUnknown: true },
    });
    expect(world.last()).not.toContain("10.0.0.5");
    expect(json(world.last())).toMatchObject({ cause: { kind: "network-error" } });
  });

  test("names the run that a refused start is about, with a grant where it is the visitor's own", async () => {
    const { start } = startOver(() => Response.json({ code: 7, sid: "S1" }, { status: 201 }));
    expect(await start()).toMatchObject({
      kind: "already-started",
      handle: { ...room, mode: "mix", resourceId: "R1", sid: "S1", grant: expect.any(String) },
    });
  });

  test("of a missing field is a failure, whatever the status was", async () => {
    const { start, last } = startOver(() => Response.json({ note: "no sid" }));
    expect(await start()).toMatchObject({ kind: "unexpected-response", retry: { outcomeUnknown: true } });
    expect(last()).toMatch(/^502 /);
  });
});
