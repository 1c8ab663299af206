import { describe, expect, test, vi } from "vitest";
import { record, room, settle, until } from "../testing/steps.ts";
import { clientRequest, createWorld, origin, type World } from "../testing/world.ts";

describe("a visitor who leaves", () => {
  function leaving(world: World) {
    const controller = new AbortController();
    const waiting: Promise<unknown>[] = [];
    const context = { waitUntil: (work: Promise<unknown>) => void waiting.push(work) };
    const ask = (path: string, body: object | undefined, grant: string | undefined) =>
      world.handler(
        new Request(`${origin}/api/agora/v1/apps/${world.fake.appId}/cloud_recording${path}`, {
          method: body ? "POST" : "GET",
          signal: controller.signal,
          headers: {
            authorization: "Bearer alice",
            "content-type": "application/json",
            ...(grant === undefined ? {} : { "x-agora-edge-grant": grant }),
          },
          ...(body ? { body: JSON.stringify(body) } : {}),
        }),
        context,
      );
    return { controller, waiting, ask };
  }

  test("in the middle of a start leaves a stored handle behind", async () => {
    const stored: object[] = [];
    const onRequest = vi.fn<() => void>();
    const world = createWorld({ onHandle: (handle) => stored.push(handle), server: { onRequest } });
    const { resourceId, grant } = await world.page("alice").recording.acquire(room);
    world.fake.fail("recording.start", { delay: 2000 });
    const { controller, waiting, ask } = leaving(world);
    const answer = ask(`/resourceid/${resourceId}/mode/mix/start`, { ...room, clientRequest }, grant);
    await until(() => onRequest.mock.calls.length === 2);
    controller.abort();
    expect((await settle(world, answer)).status).toBe(200);
    expect(waiting).toHaveLength(1);
    await waiting[0];
    expect(stored).toMatchObject([{ sid: world.fake.recordings[0]?.sid }]);
  });

  test("in the middle of a stop has stopped it", async () => {
    const onRequest = vi.fn<() => void>();
    const world = createWorld({ server: { onRequest } });
    world.fake.channel("room-1").join("1001");
    const { handle } = await record(world);
    await world.fake.advanceAsync(20_000);
    world.fake.fail("recording.stop", { delay: 2000 });
    const { controller, ask, waiting } = leaving(world);
    const path = `/resourceid/${handle.resourceId}/sid/${handle.sid}/mode/mix/stop`;
    const answer = ask(path, { ...room, clientRequest: {} }, handle.grant);
    await until(() => onRequest.mock.calls.length === 3);
    controller.abort();
    expect([(await settle(world, answer)).status, waiting.length]).toEqual([200, 1]);
    expect(world.fake.recordings).toMatchObject([{ ending: "requested" }]);
  });

  test("calls off a query, and has nothing sent afterwards", async () => {
    const onRequest = vi.fn<() => void>();
    const world = createWorld({ server: { onRequest } });
    const { handle } = await record(world);
    const { controller, ask, waiting } = leaving(world);
    world.fake.fail("recording.query", { delay: 5000, times: 9 });
    const path = `/resourceid/${handle.resourceId}/sid/${handle.sid}/mode/mix`;
    const query = ask(`${path}/query`, undefined, handle.grant);
    await until(() => onRequest.mock.calls.length === 3);
    controller.abort();
    expect((await query).status).toBe(400);
    const stop = await ask(`${path}/stop`, { ...room, clientRequest: {} }, handle.grant);
    expect([stop.status, waiting]).toEqual([400, []]);
    expect(onRequest).toHaveBeenCalledTimes(3);
  });
});
