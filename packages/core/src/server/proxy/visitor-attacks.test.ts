import { describe, expect, test } from "vitest";
import { record, room, settle, until } from "../testing/steps.ts";
import { worldOf } from "../testing/upstream.ts";
import { clientRequest, createWorld, origin } from "../testing/world.ts";

/*
 * What signed-in users try at the cost of others. Requests that are refused one by one are in `attacks.test.ts`.
 */

const project = (appId: string) => `/api/agora/v1/apps/${appId}/cloud_recording`;
const agents = (appId: string) => `/api/agora/api/speech-to-text/v1/projects/${appId}`;

describe("operations that the app did not ask for", () => {
  const world = createWorld({ operations: ["recording.*", "sttAgents.get"] });
  const { appId } = world.fake;

  test.each<[string, Parameters<typeof world.send>]>([
    [
      "a join",
      [
        `${agents(appId)}/join`,
        { json: { name: "n", languages: ["en-US"], rtcConfig: { channelName: "c", pubBotUid: "5" } } },
      ],
    ],
    ["a list", [`${agents(appId)}/agents`, { method: "GET" }]],
    [
      "a builder token",
      [`/api/agora/v1/projects/${appId}/rtsc/speech-to-text/builderTokens`, { json: { instanceId: "x" } }],
    ],
  ])("are off: %s", async (_, request) => {
    const response = await world.send(...request);
    expect([response.status, await response.json()]).toEqual([
      403,
      { kind: "proxy-forbidden", reason: expect.stringContaining("does not offer this operation") },
    ]);
    expect(world.operations()).toEqual([]);
  });

  test("and those that it asked for are on", async () => {
    expect((await world.send(`${project(appId)}/acquire`, { json: room })).status).toBe(200);
    // Far enough to need a grant.
    expect((await world.send(`${agents(appId)}/agents/A1`, { method: "GET" })).status).toBe(403);
  });

  test.each([[[]], [["recording.begin"]], [["recording"]], [["*"]], ["recording.*"]])(
    "must be known: %j is refused",
    (operations) => {
      const create = () => createWorld({ operations: operations as never });
      expect(create).toThrow(/operations(\[0\])? must /);
    },
  );
});

describe("a list that shows what is not the user's", () => {
  test.each([{ limit: 100 }, { cursor: "" }, { channel: "" }, { channel: " " }, { state: "2" }, { from_time: 0 }])(
    "is refused where authorize only returns %j, whatever the visitor adds",
    async (list) => {
      const world = createWorld({ authorize: () => ({ subject: "mallory", list }), onError: () => {} });
      const response = await world.send(`${agents(world.fake.appId)}/agents?channel=victim`, { method: "GET" });
      expect(response.status).toBe(403);
      expect(world.operations()).toEqual([]);
    },
  );

  test("keeps to a filter of a class, whose fields are no entries", async () => {
    class Filter {
      get channel() {
        return "mine";
      }
    }
    const world = createWorld({ authorize: () => ({ subject: "mallory", list: new Filter() }) });
    await world.send(`${agents(world.fake.appId)}/agents?channel=victim`, { method: "GET" });
    expect(world.fake.requests.map(({ url }) => new URL(url).search)).toEqual(["?channel=mine"]);
  });

  test("can only be narrowed by the visitor", async () => {
    const list = { channel: "own", limit: 10, from_time: 1000, to_time: 2000 };
    const world = worldOf(() => Response.json({ data: { list: [] }, meta: {} }), {
      authorize: () => ({ subject: "mallory", list }),
    });
    const asked = async (query: string) => {
      await world.send(`${agents(world.fake.appId)}/agents?${query}`, { method: "GET" });
      return Object.fromEntries(new URL(world.asked.at(-1)?.url ?? "").searchParams);
    };
    const own = { channel: "own", limit: "10", from_time: "1000", to_time: "2000" };
    expect(await asked("channel=victim&limit=1000&from_time=1&to_time=9999")).toEqual(own);
    expect(await asked("limit=5&from_time=1500&to_time=1600&state=4&cursor=A1")).toEqual({
      channel: "own",
      limit: "5",
      from_time: "1500",
      to_time: "1600",
      state: "4",
      cursor: "A1",
    });
  });
});

describe("a signed-in user who sends 320 acquires", () => {
  test("keeps nobody's stop waiting, nor the acquires of others", async () => {
    const world = createWorld({ server: { rateLimit: 10 } });
    const { fake } = world;
    fake.channel("room-1").join("1001");
    const { handle } = (await settle(world, record(world) as never)) as Awaited<ReturnType<typeof record>>;
    await fake.advanceAsync(20_000);
    const flood = Array.from({ length: 320 }, (_, index) =>
      world.send(`${project(fake.appId)}/acquire`, { user: "mallory", json: { cname: `m-${index}`, uid: "1" } }),
    );
    await until(() => fake.requests.length >= 5);
    const begin = fake.now();
    const stopped = await settle(world, world.page("alice").recording.stop(handle));
    expect(stopped).toMatchObject({ sid: handle.sid });
    const stop = fake.requests.find(({ operation }) => operation === "recording.stop");
    expect((stop?.at ?? Infinity) - begin).toBeLessThanOrEqual(1000);
    const bob = await settle(world, world.page("bob").recording.acquire({ cname: "b", uid: "1" }));
    expect(bob).toMatchObject({ resourceId: expect.any(String) });
    expect(fake.now() - begin).toBeLessThan(5000);
    const answers = (await settle(world, Promise.all(flood))) as Response[];
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(320 - 5 - 50);
    expect(refused[0]?.headers.get("retry-after")).toBe("1");
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(55);
  });

  test("can stop at once what is their own", async () => {
    const world = createWorld({ server: { rateLimit: 10 } });
    const { fake } = world;
    fake.channel("room-1").join("1001");
    const { handle } = (await settle(world, record(world, "mallory") as never)) as Awaited<ReturnType<typeof record>>;
    await fake.advanceAsync(20_000);
    for (let index = 0; index < 320; index++) {
      void world.send(`${project(fake.appId)}/acquire`, { user: "mallory", json: { cname: `m-${index}`, uid: "1" } });
    }
    const begin = fake.now();
    await settle(world, world.page("mallory").recording.stop(handle));
    const stop = fake.requests.find(({ operation }) => operation === "recording.stop");
    expect((stop?.at ?? Infinity) - begin).toBeLessThanOrEqual(1000);
  });
});

describe("a signed-in user who stops one recording 320 times", () => {
  test("keeps nobody's stop waiting, nor those of other things of their own", async () => {
    const world = createWorld({ server: { rateLimit: 10 } });
    const { fake } = world;
    const recordOf = async (user: string, cname: string) => {
      fake.channel(cname).join("1001");
      const page = world.page(user);
      const lease = await page.recording.acquire({ cname, uid: "900001" });
      return page.recording.start({ ...lease, mode: "mix", clientRequest });
    };
    const made = Promise.all([recordOf("mallory", "m-1"), recordOf("mallory", "m-2"), recordOf("alice", "a")]);
    const [flooded, other, ofAlice] = (await settle(world, made)) as Awaited<typeof made>;
    await fake.advanceAsync(20_000);
    const json = { cname: "m-1", uid: "900001", clientRequest: {} };
    const flood = Array.from({ length: 320 }, (_, index) => {
      // The grant of the lease is good for any sid.
      const { resourceId, sid, grant } = flooded;
      const path = `/resourceid/${resourceId}/sid/${index % 2 ? sid : `made-up-${index}`}/mode/mix/stop`;
      return world.send(`${project(fake.appId)}${path}`, { user: "mallory", json, grant: String(grant) });
    });
    const begin = fake.now();
    await settle(
      world,
      Promise.all([world.page("alice").recording.stop(ofAlice), world.page("mallory").recording.stop(other)]),
    );
    const stops = fake.requests.filter(({ url }) =>
      [ofAlice, other].some(({ sid }) => url.includes(`/${sid}/`) && url.endsWith("/stop")),
    );
    expect(stops).toHaveLength(2);
    expect(Math.max(...stops.map(({ at }) => at)) - begin).toBeLessThanOrEqual(1500);
    const answers = (await settle(world, Promise.all(flood))) as Response[];
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
  });
});

describe("an app's function that never ends", () => {
  const never = () => new Promise<never>(() => {});

  test("onHandle does not hold the visitor, and is reported", async () => {
    const errors: unknown[] = [];
    const waiting: Promise<unknown>[] = [];
    const world = createWorld({ onHandle: never, onError: (error) => errors.push(error) });
    const { resourceId, grant } = await world.page("alice").recording.acquire(room);
    const path = `${project(world.fake.appId)}/resourceid/${resourceId}/mode/mix/start`;
    const headers = {
      authorization: "Bearer alice",
      "content-type": "application/json",
      "x-agora-edge-grant": String(grant),
    };
    const body = JSON.stringify({ ...room, clientRequest });
    const request = new Request(origin + path, { method: "POST", headers, body });
    const response = await settle(world, world.handler(request, { waitUntil: (work) => void waiting.push(work) }));
    expect(response).toMatchObject({ status: 200 });
    expect(await (response as Response).json()).toMatchObject({ sid: expect.any(String), grant: expect.any(String) });
    expect(errors).toEqual([new Error("onHandle has not ended within 15000 ms.")]);
    // The call itself, and the store that may still come to its end.
    expect(waiting).toHaveLength(2);
  });

  test("onHandle that fails later is reported then", async () => {
    const errors: unknown[] = [];
    const late = new Error("the database is away");
    let fail = () => {};
    const world = createWorld({
      hookTimeout: 1000,
      onHandle: () => new Promise((_, reject) => (fail = () => reject(late))),
      onError: (error) => errors.push(error),
    });
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    fail();
    await until(() => errors.length === 2);
    expect(errors[1]).toBe(late);
  });

  test.each([
    ["authorize", { authorize: never }, 503],
    ["prepare", { prepare: { "recording.acquire": never } }, 500],
  ] as const)("%s does not hold the visitor either", async (name, hook, status) => {
    const errors: unknown[] = [];
    const world = createWorld({ ...hook, onError: (error) => errors.push(error) });
    const answer = await settle(world, world.send(`${project(world.fake.appId)}/acquire`, { json: room }));
    expect(answer).toMatchObject({ status });
    expect(errors).toEqual([new Error(`${name} has not ended within 15000 ms.`)]);
    expect(world.operations()).toEqual([]);
  });
});
