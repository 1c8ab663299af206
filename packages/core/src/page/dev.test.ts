import { afterEach, expect, test, vi } from "vitest";
import { AgoraValidationError } from "../index.ts";
import { room, settle } from "../server/testing/steps.ts";
import { clientRequest, createWorld } from "../server/testing/world.ts";
import { validate } from "./dev.ts";

afterEach(() => void vi.restoreAllMocks());

test("a wrong request is refused in the page, with every problem, and nothing is sent", async () => {
  const world = createWorld();
  const fetch = vi.fn<typeof globalThis.fetch>();
  const page = world.pageClient("alice", { validate, fetch });
  const error = await page.recording.acquire({ cname: "", uid: "x" }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AgoraValidationError);
  expect(error).toMatchObject({ kind: "invalid-request", issues: [{ path: "uid" }, { path: "cname" }] });
  expect(fetch).not.toHaveBeenCalled();
});

test("a misspelled field is refused with its right spelling, and one in the wrong object is told on the console", async () => {
  const world = createWorld();
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const page = world.pageClient("alice", { validate });
  const lease = await page.recording.acquire(room);
  const recordingConfig = { channelType: 0, unsubscribeAudioUids: ["1"] } as const;
  const misspelled = page.recording.start({ ...lease, mode: "mix", clientRequest: { recordingConfig } });
  await expect(misspelled).rejects.toThrow("unSubscribeAudioUids");
  const misplaced = { ...clientRequest, maxIdleTime: 30 };
  await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest: misplaced }));
  expect(warn.mock.calls.join("\n")).toContain("maxIdleTime");
});

test("a right request is sent, once", async () => {
  const world = createWorld();
  await world.pageClient("alice", { validate }).recording.acquire(room);
  expect(world.operations()).toEqual(["recording.acquire"]);
});
