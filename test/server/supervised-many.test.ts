import { createAgoraClient } from "@agora-edge/core";
import { createSupervisor, type Supervisor } from "@agora-edge/core/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const minute = 60_000;

/** A service where every recording goes on until it is stopped. It answers after 120 to 240 ms. */
function createService() {
  const checks = new Map<string, number[]>();
  const stops: number[] = [];
  let requests = 0;
  const fetch: typeof globalThis.fetch = (input) => {
    const { pathname } = new URL(new Request(input).url);
    const [, sid = "", operation] = /\/sid\/(\w+)\/mode\/\w+\/(\w+)$/.exec(pathname) ?? [];
    const isStop = operation === "stop";
    if (isStop) stops.push(Date.now());
    else checks.set(sid, [...(checks.get(sid) ?? []), Date.now()]);
    const files = { fileListMode: "string", fileList: "a.m3u8" };
    const serverResponse = isStop ? { uploadingStatus: "uploaded", ...files } : { status: 5, ...files };
    const latency = 120 + ((requests++ * 37) % 120);
    return new Promise((resolve) => setTimeout(() => resolve(Response.json({ serverResponse })), latency));
  };
  return { checks, stops, fetch };
}

/** So many supervised recordings on one client, each with an alarm as a Durable Object has one. */
function superviseMany(count: number, fetch: typeof globalThis.fetch) {
  const client = createAgoraClient({
    appId: "app-1",
    baseUrl: "https://service.example",
    rateLimit: 2,
    random: () => 0,
    fetch,
  });
  return Array.from({ length: count }, (_, index) => {
    let text: string | null = null;
    let timer: ReturnType<typeof setTimeout>;
    const shown: string[] = [];
    const supervisor: Supervisor<"recording"> = createSupervisor({
      service: "recording",
      client,
      storage: {
        load: () => text,
        save: (next) => void (text = next),
        setAlarm: (at) => {
          clearTimeout(timer);
          if (at !== null) timer = setTimeout(() => void supervisor.alarm(), at - Date.now());
        },
      },
      prepare: () => ({ recordingConfig: { channelType: 0 } }),
      onSnapshot: ({ status, error }) => void shown.push(error?.kind ?? status),
    });
    const uid = String(index + 1);
    const target = { cname: "room-1", uid, mode: "mix" } as const;
    const handle = { ...target, appId: "app-1", resourceId: `r${uid}`, sid: `s${uid}`, startedAt: Date.now() };
    void supervisor.resume(handle);
    return { supervisor, shown, sid: handle.sid };
  });
}

const gapsOf = (times: readonly number[]) => times.slice(1).map((time, index) => time - (times[index] ?? 0));

test(
  "400 supervised recordings at two requests a second are all checked, evenly, and stops are sent within a second",
  { timeout: 60_000 },
  async () => {
    const { checks, stops, fetch } = createService();
    const all = superviseMany(400, fetch);
    await vi.advanceTimersByTimeAsync(5 * minute);
    for (const { supervisor } of all.slice(0, 5)) {
      const [begin, before] = [Date.now(), stops.length];
      const stopped = supervisor.stop();
      await vi.advanceTimersByTimeAsync(1500);
      expect(stops.length).toBe(before + 1);
      expect((stops.at(-1) ?? Infinity) - begin).toBeLessThan(1000);
      expect(await stopped).toMatchObject({ status: "stopped", ending: "requested" });
    }
    await vi.advanceTimersByTimeAsync(10 * minute);
    const watched = all.slice(5);
    const times = watched.map(({ sid }) => checks.get(sid) ?? []);
    expect(Math.min(...times.map((each) => each.length))).toBeGreaterThanOrEqual(3);
    // 400 at 1.6 a second are 250 s; the stops and those that are gone change it a little.
    const gaps = times.flatMap((each) => gapsOf(each));
    expect(Math.min(...gaps)).toBeGreaterThan(235_000);
    expect(Math.max(...gaps)).toBeLessThan(265_000);
    // A check that the client itself has put off is neither a failure nor shown.
    expect(new Set(watched.flatMap(({ shown }) => shown))).toEqual(new Set(["starting", "recording"]));
  },
);
