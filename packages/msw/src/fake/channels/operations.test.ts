import { describe, expect, test } from "vitest";
import { clientOf, kindOf, startMix } from "../../testing/client.ts";
import { createFakeAgora } from "../../fake.ts";

function begin() {
  const fake = createFakeAgora();
  const { channels, recording } = clientOf(fake);
  return { fake, channels, recording, client: clientOf(fake), room: fake.channel("room-1") };
}

test("who is in a channel, before and after somebody came", async () => {
  const { fake, channels, room } = begin();
  expect(await channels.users("room-1")).toEqual({ channel_exist: false, exists: false, uids: [], count: 0 });
  room.join(22);
  room.join(9, { role: "audience" });
  expect(await channels.users("room-1")).toMatchObject({
    broadcasters: [22],
    audience: [9],
    audience_total: 1,
    count: 2,
  });
  expect(await channels.users("room-1", { hostsOnly: true })).toMatchObject({ uids: ["22"], count: 1 });
  expect(await channels.user("room-1", 9)).toMatchObject({ role: 3, join: Math.floor(fake.now() / 1000) });
  expect(await channels.user("room-1", 10)).toMatchObject({ inChannel: false });
});

test("the channels in which somebody is", async () => {
  const { fake, channels } = begin();
  for (const name of ["a", "b", "c"]) fake.channel(name).join(1);
  const seen = [];
  for await (const { cname, user_count } of channels.list({ page_size: 2 })) seen.push([cname, user_count]);
  expect(seen).toEqual([
    ["a", 1],
    ["b", 1],
    ["c", 1],
  ]);
  expect(fake.requests).toHaveLength(2);
});

describe("a rule", () => {
  test("sends somebody out of a channel, and keeps them out until it ends", async () => {
    const { fake, channels, room } = begin();
    room.join(7);
    room.join(8);
    const { id } = await channels.ban({ cname: "room-1", uid: 7, time: 5, privileges: ["join_channel"] });
    expect(room.users.map(({ uid }) => uid)).toEqual(["8"]);
    room.join(7);
    expect(room.users).toHaveLength(1);
    expect(await channels.bans()).toMatchObject([{ id, uid: 7, cname: "room-1", privileges: ["join_channel"] }]);
    fake.advance(5 * 60_000);
    expect(await channels.bans()).toEqual([]);
    room.join(7);
    expect(room.users).toHaveLength(2);
  });

  test("of no time sends out and lets come back", async () => {
    const { channels, room } = begin();
    room.join(7);
    await channels.ban({ uid: 7, time: 0, privileges: ["join_channel"] });
    expect(room.users).toEqual([]);
    expect(await channels.bans()).toEqual([]);
    room.join(7);
    expect(room.users).toHaveLength(1);
  });

  test("about sending silences until it is taken back", async () => {
    const { channels, room } = begin();
    room.join(7);
    const { id } = await channels.ban({ cname: "room-1", privileges: ["publish_audio", "publish_video"] });
    expect(room.users).toMatchObject([{ audio: false, video: false }]);
    await channels.unban(id);
    expect(room.users).toMatchObject([{ audio: true, video: true }]);
    expect(await kindOf(channels.unban(id))).toBe("not-found");
  });

  test("can end at another time", async () => {
    const { fake, channels, room } = begin();
    const { id } = await channels.ban({ cname: "room-1", privileges: ["join_channel"] });
    const { ts } = await channels.updateBan(id, { time_in_seconds: 30 });
    expect(Date.parse(ts ?? "")).toBe(fake.now() + 30_000);
    fake.advance(30_000);
    room.join(7);
    expect(room.users).toHaveLength(1);
  });

  test("reaches into a recording: with nobody left it ends as idle", async () => {
    const { fake, channels, room, client } = begin();
    room.join(7);
    await startMix(client);
    fake.advance(10_000);
    await channels.ban({ cname: "room-1", privileges: ["join_channel"] });
    fake.advance(60_000);
    expect(fake.recordings).toMatchObject([{ live: false, ending: "idle" }]);
  });
});

test("another App ID is refused, and a reset forgets the rules", async () => {
  const { fake, channels } = begin();
  expect(await kindOf(clientOf(fake, { appId: "other" }).channels.bans())).toBe("invalid-app-id");
  await channels.ban({ uid: 7, privileges: ["join_channel"] });
  fake.reset();
  expect(await channels.bans()).toEqual([]);
});

test("the addresses of notifications are an operation like others", async () => {
  const { fake, recording } = begin();
  expect(await recording.notificationAddresses()).toEqual(["203.0.113.10", "203.0.113.11"]);
  expect(fake.requests).toMatchObject([{ operation: "recording.notificationAddresses", status: 200 }]);
  fake.fail("recording.notificationAddresses", { kind: "rate-limited" });
  expect(await kindOf(recording.notificationAddresses())).toBe("rate-limited");
});
