import { describe, expect, test } from "vitest";
import { record, room } from "../testing/steps.ts";
import { clientRequest, createWorld } from "../testing/world.ts";

/** Starts in a mode, as the page of alice. */
async function started(mode: "raw" | "hologram") {
  const world = createWorld();
  world.fake.channel(room.cname).join("1001");
  const page = world.page("alice");
  const lease = await page.recording.acquire(room);
  const handle =
    mode === "raw"
      ? await page.recording.start({ ...lease, mode, clientRequest })
      : await page.recording.start({ ...lease, mode, clientRequest });
  return { world, page, lease, handle };
}

describe.each(["raw", "hologram"] as const)("mode %s through the proxy", (mode) => {
  test("is started with the secrets of the server, queried, updated and stopped with its grant", async () => {
    const { world, page, handle } = await started(mode);
    expect(handle).toMatchObject({ ...room, mode, grant: expect.any(String) });
    expect(world.fake.requests.find(({ operation }) => operation === "recording.start")).toMatchObject({
      status: 200,
      body: { clientRequest: { storageConfig: { bucket: "recordings" } } },
    });
    await world.fake.advanceAsync(20_000);
    expect(await page.recording.query(handle)).toMatchObject({ state: "in-progress", files: [{}] });
    const streamSubscribe = { audioUidList: { subscribeAudioUids: ["1001"] } };
    expect(await page.recording.update(handle, { streamSubscribe })).toMatchObject({ sid: handle.sid });
    expect(await page.recording.stop(handle)).toMatchObject({ upload: "uploaded" });
  });

  test("is nobody else's", async () => {
    const { world, handle } = await started(mode);
    const refused = { kind: "proxy-forbidden" };
    await expect(world.page("bob").recording.query(handle)).rejects.toMatchObject(refused);
    await expect(world.page("bob").recording.stop(handle)).rejects.toMatchObject(refused);
  });
});

describe("mode raw through the proxy", () => {
  test("says that files are stranded", async () => {
    const { world, page, handle } = await started("raw");
    world.fake.uploadTime(60_000, { outcome: "stranded" });
    await world.fake.advanceAsync(20_000);
    expect(await page.recording.stop(handle)).toMatchObject({ upload: "stranded", files: [{ uid: "1001" }] });
    await world.fake.advanceAsync(60_000);
    expect(await page.recording.query(handle)).toMatchObject({ upload: "uploaded" });
  });

  test("has no services and no layout, which the server itself refuses to send", async () => {
    const world = createWorld();
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    const path = `/api/agora/v1/apps/${world.fake.appId}/cloud_recording/resourceid/${lease.resourceId}/mode/raw/start`;
    const json = { ...room, clientRequest: { ...clientRequest, extensionServiceConfig: { extensionServices: [] } } };
    const { grant } = lease;
    const response = await world.send(path, { json, ...(grant === undefined ? {} : { grant }) });
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining("extensionServiceConfig is not for mode raw"),
    ]);
    expect(world.operations()).toEqual(["recording.acquire"]);
  });
});

test.each(["Mix", "mix%2Fstart", "mix%20", ".."])("mode %s is none, and nothing is sent", async (mode) => {
  const world = createWorld();
  const { lease } = await record(world);
  const before = world.operations().length;
  const path = `/api/agora/v1/apps/${world.fake.appId}/cloud_recording/resourceid/${lease.resourceId}/mode/${mode}/start`;
  const response = await world.send(path, { json: { ...room, clientRequest }, grant: String(lease.grant) });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(world.operations()).toHaveLength(before);
});
