import { describe, expect, test } from "vitest";
import type { AgoraHandlerOptions } from "../../server.ts";
import { room } from "../testing/steps.ts";
import { clientRequest, createWorld } from "../testing/world.ts";

const { appId } = createWorld().fake;
const acquire = `/api/agora/v1/apps/${appId}/cloud_recording/acquire`;
const acquireBody = { ...room, clientRequest: {} };

describe("what is the app's own business is not let through", () => {
  test.each([
    ["GET", "/v1/ncs/ip"],
    ["GET", `/dev/v1/channel/${appId}`],
    ["GET", `/dev/v1/channel/user/${appId}/room-1`],
    ["GET", `/dev/v1/channel/user/property/${appId}/7/room-1`],
    ["GET", `/dev/v1/kicking-rule?appid=${appId}`],
    ["DELETE", "/dev/v1/kicking-rule"],
  ])("%s %s", async (method, path) => {
    const { fake, send } = createWorld();
    const response = await send(`/api/agora${path}`, { method });
    expect(response.status).toBe(404);
    expect(response.headers.get("x-agora-edge-proxy")).toBe("1");
    expect(fake.requests).toEqual([]);
  });

  test("and a page that asks is told so", async () => {
    const { channels } = createWorld().page("alice");
    await expect(channels.users("room-1")).rejects.toMatchObject({ kind: "proxy-rejected", status: 404 });
  });
});

describe("what is let through goes to Agora alone, with nothing of the visitor's", () => {
  test("whatever headers say about hosts, addresses and credentials", async () => {
    const { fake, send } = createWorld();
    const headers = {
      host: "evil.example",
      "x-forwarded-host": "evil.example",
      "x-original-url": "/v1/admin",
      "x-rewrite-url": "/v1/admin",
      forwarded: "host=evil.example",
      cookie: "session=alice",
      "x-agora-edge-proxy": "1",
      "transfer-encoding": "chunked",
    };
    const response = await send(acquire, { json: acquireBody, headers });
    expect(response.status).toBe(200);
    expect(fake.requests).toHaveLength(1);
    expect(fake.requests[0]).toMatchObject({ host: "api.agora.io", path: `/v1/apps/${appId}/cloud_recording/acquire` });
    expect(Object.keys(fake.requests[0]?.headers ?? {}).sort()).toEqual(["accept", "authorization", "content-type"]);
    expect(response.headers.get("x-agora-edge-proxy")).toBeNull();
  });

  test("reads of two fields with one name the last, and sends one", async () => {
    const { fake, send } = createWorld();
    await send(acquire, { body: '{"cname":"room-1","cname":"room-2","uid":"1","clientRequest":{}}' });
    expect(fake.requests[0]?.body).toEqual({ cname: "room-2", uid: "1", clientRequest: {} });
  });

  test("documented fields among them, one of which has a name that is refused elsewhere", async () => {
    const own = createWorld();
    const { recording } = own.page("alice");
    const lease = await recording.acquire(room);
    const recordingConfig = { channelType: 0, extensionParams: { enableNTPtimestamp: true } } as const;
    await recording.start({ ...lease, mode: "mix", clientRequest: { recordingConfig } });
    expect(own.fake.requests.at(-1)?.body).toMatchObject({ clientRequest: { recordingConfig } });
  });

  test("keeps the channel and uid of the grant, whatever the body says", async () => {
    const own = createWorld();
    own.fake.channel("room-1").join("1001");
    const { recording } = own.page("alice");
    const lease = await recording.acquire(room);
    await recording.start({ ...lease, mode: "mix", clientRequest, cname: "room-2", uid: "5" });
    expect(own.fake.requests.at(-1)).toMatchObject({ operation: "recording.start", cname: "room-1", uid: "900001" });
  });

  test("of the beta, the channel that authorize saw", async () => {
    const seen: unknown[] = [];
    const authorize: AgoraHandlerOptions["authorize"] = (_, { cname, uid }) => {
      seen.push(cname, uid);
      return { subject: "alice" };
    };
    const { fake, page } = createWorld({ prepare: {}, authorize });
    const lease = await page("alice").sttTasks.acquire({ instanceId: "room-1" });
    const request = {
      audio: { subscribeSource: "AGORARTC", agoraRtcConfig: { channelName: "room-1", uid: "101" } },
      config: {
        features: ["RECOGNIZE"],
        recognizeConfig: {
          language: "en-US",
          output: { destinations: ["AgoraRTCDataStream"], agoraRTCDataStream: { channelName: "room-1", uid: "102" } },
        },
      },
    } as const;
    await page("alice")
      .sttTasks.start({ ...lease, version: "beta", request })
      .catch(() => {});
    expect(seen).toEqual([undefined, undefined, "room-1", "102"]);
    expect(fake.requests.at(-1)).toMatchObject({ operation: "sttTasks.start", body: request });
  });

  test("a page of a gateway does not run as one of the app's", async () => {
    const page = "<script>alert(1)</script>";
    const answer = () =>
      new Response(page, { status: 400, headers: { "content-type": "text/html", "set-cookie": "a=b" } });
    const { send } = createWorld({ server: { fetch: () => Promise.resolve(answer()) } });
    const response = await send(acquire, { json: acquireBody });
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "text/plain;charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    expect(await response.text()).toBe(page);
  });
});
