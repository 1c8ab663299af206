import { describe, expect, test } from "vitest";
import type { AgoraHandlerOptions } from "../../server.ts";
import { room } from "../testing/steps.ts";
import { createWorld } from "../testing/world.ts";

describe("a Response that an app makes once and returns again and again", () => {
  const headers = { "content-type": "application/problem+json", "content-language": "de", "x-reason": "maintenance" };
  const cors = { origin: ["https://page.example"] };
  const acquire = "/api/agora/v1/apps/0123456789abcdef0123456789abcdef/cloud_recording/acquire";
  const init = { json: room, headers: { origin: "https://page.example" } };
  const common = {
    "x-reason": "maintenance",
    "x-agora-edge-proxy": "1",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "access-control-allow-origin": "https://page.example",
  };
  const hooks: [string, (refused: Response) => Partial<AgoraHandlerOptions>][] = [
    ["authorize", (refused) => ({ authorize: () => refused })],
    ["authorize, thrown", (refused) => ({ authorize: () => Promise.reject(refused) })],
    ["prepare", (refused) => ({ prepare: { "recording.acquire": () => refused } })],
    ["prepare, thrown", (refused) => ({ prepare: { "recording.acquire": () => Promise.reject(refused) } })],
  ];

  test.each(hooks)("%s: refuses everybody, and its body goes to the first", async (_, options) => {
    const refused = new Response('{"title":"closed"}', { status: 503, headers });
    const world = createWorld({ ...options(refused), cors });
    const first = await world.send(acquire, init);
    expect([first.status, await first.text()]).toEqual([503, '{"title":"closed"}']);
    expect(Object.fromEntries(first.headers)).toMatchObject({ ...headers, ...common });
    for (let visitor = 0; visitor < 2; visitor++) {
      const next = await world.send(acquire, init);
      expect([next.status, await next.text()]).toEqual([503, ""]);
      expect(Object.fromEntries(next.headers)).toMatchObject(common);
      expect([...next.headers.keys()].filter((name) => name.startsWith("content-"))).toEqual([]);
    }
    expect(world.operations()).toEqual([]);
  });

  test.each(hooks)("%s: also when two visitors come at once, and when the app has read it", async (_, options) => {
    const refused = new Response("closed", { status: 503 });
    const { handler } = createWorld(options(refused));
    const request = () =>
      new Request(`https://app.example${acquire}`, {
        method: "POST",
        body: JSON.stringify(room),
        headers: { authorization: "Bearer alice", "content-type": "application/json" },
      });
    const both = await Promise.all([handler(request()), handler(request())]);
    expect(await Promise.all(both.map((each) => each.text()))).toEqual(["closed", ""]);
    const read = new Response("closed", { status: 403 });
    await read.text();
    const answer = await createWorld(options(read)).handler(request());
    expect([answer.status, await answer.text()]).toEqual([403, ""]);
  });

  test("keeps its headers where it never had a body", async () => {
    const refused = new Response(null, { status: 401, headers: { "content-language": "de" } });
    const { send } = createWorld({ authorize: () => refused });
    for (let visitor = 0; visitor < 2; visitor++) {
      const response = await send(acquire, { json: room });
      expect([response.status, response.headers.get("content-language")]).toEqual([401, "de"]);
    }
  });
});
