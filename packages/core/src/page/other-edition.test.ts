import { describe, expect, test } from "vitest";
import { AgoraApiError } from "../index.ts";
import { explainError } from "../page.ts";
import { room, settle } from "../server/testing/steps.ts";
import { worldOf } from "../server/testing/upstream.ts";
import { clientRequest, createWorld, type World } from "../server/testing/world.ts";

/** A page in front of a proxy that does not know finished answers: it takes no notice of what the page accepts. */
function oldProxy(world: World, more: Parameters<World["pageClient"]>[1] = {}) {
  return world.pageClient("alice", {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      request.headers.delete("accept");
      return world.handler(request);
    },
    ...more,
  });
}

describe("a page of this edition in front of an older proxy", () => {
  test("records and transcribes", async () => {
    const world = createWorld();
    world.fake.channel("room-1").join("1001");
    const { recording, sttAgents } = oldProxy(world);
    const lease = await recording.acquire(room);
    expect(lease.expiresAt - lease.acquiredAt).toBe(300_000);
    const handle = await recording.start({ ...lease, mode: "mix", clientRequest });
    expect(handle).toMatchObject({ ...room, mode: "mix", grant: expect.any(String) });
    world.fake.advance(10_000);
    expect(await recording.query(handle)).toMatchObject({ state: "ready" });
    expect(await recording.stop(handle)).toMatchObject({ upload: "uploaded" });
    const rtcConfig = { channelName: "room-1", pubBotUid: "900002" };
    const agent = await sttAgents.join({ name: "room-1", languages: ["en-US"], rtcConfig });
    expect(await sttAgents.get(agent)).toMatchObject({ agentId: agent.agentId });
    expect(await sttAgents.leave(agent)).toEqual({ agentId: agent.agentId });
  });

  test("is told of failures by the service's own words", async () => {
    const world = createWorld();
    const page = oldProxy(world);
    const lease = await page.recording.acquire(room);
    const handle = await page.recording.start({ ...lease, mode: "mix", clientRequest });
    world.fake.fail("recording.query", { code: 65, times: 9 });
    const error = await settle(world, page.recording.query(handle));
    expect(error).toBeInstanceOf(AgoraApiError);
    expect(error).toMatchObject({ kind: "request-not-completed", code: 65, handle: { sid: handle.sid } });
    expect(explainError(error).explanation).toContain("did not complete it");
    const refused = await settle(world, page.recording.query({ ...handle, grant: "another" }));
    expect(refused).toMatchObject({ kind: "proxy-forbidden" });
  });

  test("finds the start whose first answer got lost", async () => {
    let sent = 0;
    const world = worldOf(() => Response.json({ code: 7, sid: "S1" }, { status: 201 }));
    const page = oldProxy(world);
    const lease = await page.recording.acquire(room);
    const lossy = oldProxy(world, {
      fetch: async (input, init) => {
        const request = new Request(input, init);
        request.headers.delete("accept");
        if (sent++ === 0) throw new TypeError("Failed to fetch");
        return world.handler(request);
      },
    });
    const start = lossy.recording.start({ ...lease, mode: "mix", clientRequest });
    expect(await settle(world, start)).toMatchObject({ sid: "S1" });
  });
});

describe("what does not come from the proxy", () => {
  test.each([
    ["a gateway's page", () => new Response("<h1>Bad gateway</h1>", { status: 502 }), "non-json-response"],
    ["an app's own 401", () => Response.json({ error: "who are you?" }, { status: 401 }), "unauthorized"],
    [
      "a redirect to a login",
      () => new Response(null, { status: 302, headers: { location: "/login" } }),
      "unexpected-redirect",
    ],
    ["a success of something else", () => Response.json({ hello: "world" }), "unexpected-response"],
    ["a finished answer that is cut off", () => finished('{"kind": "task-not', 404), "unexpected-response"],
    ["a finished failure without a kind", () => finished("{}", 404), "unexpected-response"],
  ])("is named for what it is: %s", async (_, answer, kind) => {
    const world = createWorld();
    const page = world.pageClient("alice", { fetch: async () => answer() });
    const error = await settle(world, page.recording.acquire(room));
    expect(error).toMatchObject({ kind, operation: "recording.acquire" });
    expect(explainError(error).explanation).not.toBe("");
  });

  const finished = (body: string, status: number) =>
    new Response(body, { status, headers: { "content-type": "application/vnd.agora-edge.v1+json" } });
});

describe("a page of the last edition in front of this proxy", () => {
  test("gets answers as the service gives them, because it does not ask for others", async () => {
    const world = createWorld();
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    await page.recording.start({ ...lease, mode: "mix", clientRequest });
    await page.recording.query({ mode: "mix", resourceId: "r", sid: "s" }).catch(() => {});
    expect(world.answers.join("\n")).not.toContain("vnd.agora-edge");
    expect(world.answers.join("\n")).toContain('"application/json"');
  });
});
