import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { basicAuth } from "../auth/basic-auth.ts";
import { connectionFailed, json, settle, stubService } from "../testing/service.ts";
import { createChannels } from "./channels.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const stub = (body: unknown, status = 200) => stubService([json(status, body)], { area: "EU" });

describe("users", () => {
  test("of a live channel: hosts, then audience", async () => {
    const data = { channel_exist: true, mode: 2, broadcasters: [22, 28], audience: [9], audience_total: 12_000 };
    const { agora, requests } = stub({ success: true, data });
    expect(await agora.channels.users("room 1/x")).toEqual({
      ...data,
      exists: true,
      uids: ["22", "28", "9"],
      count: 12_002,
    });
    // There are no regional hosts for it.
    expect(requests[0]?.url).toBe("https://api.agora.io/dev/v1/channel/user/app1/room%201%2Fx");
    expect(requests[0]?.method).toBe("GET");
  });

  test("of a communication channel", async () => {
    const data = { channel_exist: true, mode: 1, total: 1, users: [906219905] };
    const { agora } = stub({ success: true, data });
    expect(await agora.channels.users("room-1")).toEqual({ ...data, exists: true, uids: ["906219905"], count: 1 });
  });

  test("of nobody", async () => {
    const { agora } = stub({ success: true, data: { channel_exist: false } });
    expect(await agora.channels.users("room-1")).toEqual({ channel_exist: false, exists: false, uids: [], count: 0 });
  });

  test("hosts alone", async () => {
    const { agora, requests } = stub({ success: true, data: { channel_exist: true, mode: 2, broadcasters: [5] } });
    expect(await agora.channels.users("room-1", { hostsOnly: true })).toMatchObject({ uids: ["5"], count: 1 });
    expect(requests[0]?.url).toMatch(/\/room-1\/hosts_only$/);
  });

  test.each([["" as const], ["."], [".."], ["\ud800"]])("%j is no channel", async (cname) => {
    const { agora, requests } = stub({});
    await expect(agora.channels.users(cname)).rejects.toMatchObject({
      kind: "invalid-request",
      issues: [{ path: "cname" }],
    });
    expect(requests).toEqual([]);
  });

  test("an answer without the word is not what the service documents", async () => {
    const { agora } = stub({ success: true, data: {} });
    await expect(agora.channels.users("room-1")).rejects.toMatchObject({
      kind: "unexpected-response",
      issues: [{ path: "data.channel_exist" }],
    });
  });
});

describe("user", () => {
  test("who is there", async () => {
    const data = { in_channel: true, uid: 28, join: 1_640_330_382, platform: 7, role: 2 };
    const { agora, requests } = stub({ success: true, data });
    expect(await agora.channels.user("room-1", "28")).toEqual({ ...data, inChannel: true });
    expect(requests[0]?.url).toBe("https://api.agora.io/dev/v1/channel/user/property/app1/28/room-1");
  });

  test("who is not", async () => {
    const { agora } = stub({ success: true, data: { in_channel: false } });
    expect(await agora.channels.user("room-1", 28)).toEqual({ in_channel: false, inChannel: false });
  });

  test.each(["anna", "0", "1/2"])("%s is no uid", async (uid) => {
    await expect(stub({}).agora.channels.user("room-1", uid)).rejects.toMatchObject({ issues: [{ path: "uid" }] });
  });
});

describe("list", () => {
  const page = (names: string[], total: number) =>
    json(200, {
      success: true,
      data: { channels: names.map((channel_name) => ({ channel_name, user_count: 3 })), total_size: total },
    });
  const collect = async (channels: AsyncIterable<{ cname: string }>) => {
    const names: string[] = [];
    for await (const { cname } of channels) names.push(cname);
    return names;
  };

  test("goes through all pages and no further", async () => {
    const { agora, requests } = stubService([page(["a", "b"], 3), page(["c"], 3)]);
    expect(await collect(agora.channels.list({ page_size: 2 }))).toEqual(["a", "b", "c"]);
    expect(requests.map(({ url }) => new URL(url).search)).toEqual([
      "?page_no=0&page_size=2",
      "?page_no=1&page_size=2",
    ]);
  });

  test("ends with an empty page, which people who leave can bring about", async () => {
    const { agora } = stubService([page(["a"], 300), page([], 300)]);
    expect(await collect(agora.channels.list())).toEqual(["a"]);
  });

  test("a page size of 0 is refused", async () => {
    await expect(collect(stub({}).agora.channels.list({ page_size: 0 }))).rejects.toMatchObject({
      issues: [{ path: "page_size" }],
    });
  });
});

describe("rules", () => {
  test("are made with the App ID of the client", async () => {
    const { agora, requests, bodies } = stub({ status: "success", id: 1953 });
    const rule = { cname: "room-1", uid: "589517928", time: 60, privileges: ["join_channel"] };
    expect(await agora.channels.ban(rule)).toMatchObject({ id: 1953 });
    expect(requests[0]?.method).toBe("POST");
    expect(requests[0]?.url).toBe("https://api.agora.io/dev/v1/kicking-rule");
    expect(bodies).toEqual([{ appid: "app1", ...rule, uid: 589_517_928 }]);
  });

  test("are not asked for twice: there would be two", async () => {
    const { agora, requests } = stubService([connectionFailed()]);
    const error = await settle(agora.channels.ban({ uid: 7, privileges: ["publish_audio"] }));
    expect(error).toMatchObject({ kind: "network-error", operation: "channels.ban", retry: { outcomeUnknown: true } });
    expect(requests).toHaveLength(1);
  });

  test("are listed, changed and ended", async () => {
    const rules = [{ id: 1, cname: "room-1", ts: "2026-01-09T07:23:06.000Z" }, { uid: 3 }];
    const { agora, requests, bodies } = stubService([
      json(200, { status: "success", rules }),
      json(200, { status: "success", result: { id: 1, ts: "2026-01-09T08:45:54.545Z" } }),
      json(200, { status: "success", id: 1 }),
    ]);
    expect(await agora.channels.bans()).toEqual([rules[0]]);
    expect(await agora.channels.updateBan(1, { time_in_seconds: 30 })).toEqual({
      id: 1,
      ts: "2026-01-09T08:45:54.545Z",
    });
    expect(await agora.channels.unban(1)).toMatchObject({ id: 1 });
    expect(requests.map(({ method, url }) => `${method} ${new URL(url).search}`)).toEqual([
      "GET ?appid=app1",
      "PUT ",
      "DELETE ",
    ]);
    expect(bodies.slice(1)).toEqual([
      { appid: "app1", id: 1, time_in_seconds: 30 },
      { appid: "app1", id: 1 },
    ]);
  });

  test.each([
    [{ privileges: ["join_channel"] }, ""],
    [{ cname: "", uid: undefined, ip: "", privileges: ["join_channel"] }, ""],
    [{ uid: 0, cname: "room-1", privileges: ["join_channel"] }, "uid"],
    [{ cname: "room-1", privileges: [] }, "privileges"],
  ])("about nobody, or about nothing, are refused before they are sent: %j", async (rule, path) => {
    const { agora, requests } = stub({ id: 1 });
    await expect(agora.channels.ban(rule)).rejects.toMatchObject({ kind: "invalid-request", issues: [{ path }] });
    expect(requests).toEqual([]);
  });
});

test("the factory alone does the same", async () => {
  const fetch = () => Promise.resolve(json(200, { success: true, data: { channel_exist: false } }));
  const channels = createChannels({ appId: "app1", auth: basicAuth("customer-id", "customer-secret"), fetch });
  expect(await channels.users("room-1")).toMatchObject({ exists: false });
});

test("a failure is named as everywhere", async () => {
  const { agora } = stub({ message: "Invalid authentication credentials" }, 401);
  await expect(agora.channels.users("room-1")).rejects.toMatchObject({
    kind: "invalid-credentials",
    operation: "channels.users",
  });
});

describe("addresses that notifications come from", () => {
  test("are one list", async () => {
    const hosts = [{ primaryIP: "203.0.113.10" }, { other: 1 }, { primaryIP: "203.0.113.11" }];
    const { agora, requests } = stub({ data: { service: { hosts } } });
    expect(await agora.recording.notificationAddresses()).toEqual(["203.0.113.10", "203.0.113.11"]);
    expect(requests[0]?.url).toBe("https://api.agora.io/v1/ncs/ip");
    expect(requests[0]?.headers.get("authorization")).toMatch(/^Basic /);
  });

  test.each([[{}], [{ data: { service: { hosts: [] } } }], [{ data: { service: { hosts: "none" } } }]])(
    "an answer without addresses is refused, because a firewall could not use it: %j",
    async (body) => {
      await expect(stub(body).agora.recording.notificationAddresses()).rejects.toMatchObject({
        kind: "unexpected-response",
        operation: "recording.notificationAddresses",
        retry: { outcomeUnknown: false },
      });
    },
  );
});
