// P10: many supervised recordings on one client: how often each is checked, how long a stop waits, and whether memory grows.
import { createAgoraClient } from "@agora-edge/core";
import { createSupervisor } from "@agora-edge/core/server";
import { alone } from "../lib/compare.mjs";
import { createManualClock } from "../lib/manual-clock.mjs";
import { heapUsed } from "../lib/rounds.mjs";

const minute = 60_000;
const files = { fileListMode: "string", fileList: "a.m3u8" };

/** A service where every recording goes on until it is stopped. It answers after 120 to 240 ms. */
function serviceAt(clock) {
  const checks = new Map();
  const stops = [];
  let requests = 0;
  const fetch = (input) => {
    const [, sid, operation] = /\/sid\/(\w+)\/mode\/\w+\/(\w+)$/.exec(new URL(input.url).pathname);
    const isStop = operation === "stop";
    if (isStop) stops.push(clock.now());
    else {
      const { last, gaps } = checks.get(sid) ?? { last: undefined, gaps: [] };
      checks.set(sid, { last: clock.now(), gaps: last === undefined ? gaps : [...gaps.slice(-9), clock.now() - last] });
    }
    const serverResponse = isStop ? { uploadingStatus: "uploaded", ...files } : { status: 5, ...files };
    const latency = 120 + ((requests++ * 37) % 120);
    return new Promise((resolve) => clock.setTimeout(() => resolve(Response.json({ serverResponse })), latency));
  };
  return { checks, stops, fetch };
}

function superviseMany(count, clock, fetch) {
  const client = createAgoraClient({
    appId: "app-1",
    baseUrl: "https://service.example",
    auth: { type: "basic", authorization: () => "Basic a", secrets: () => [] },
    clock,
    random: () => 0,
    fetch,
  });
  return Array.from({ length: count }, (_, index) => {
    let text = null;
    let timer;
    const shown = new Set();
    const supervisor = createSupervisor({
      service: "recording",
      client,
      clock,
      storage: {
        load: () => text,
        save: (next) => void (text = next),
        setAlarm: (at) => {
          clock.clearTimeout(timer);
          if (at !== null) timer = clock.setTimeout(() => void supervisor.alarm(), at - clock.now());
        },
      },
      prepare: () => ({ recordingConfig: { channelType: 0 } }),
      onSnapshot: ({ status, error }) => void shown.add(error?.kind ?? status),
    });
    const uid = String(index + 1);
    const target = { cname: "room-1", uid, mode: "mix" };
    const handle = { ...target, appId: "app-1", resourceId: `r${uid}`, sid: `s${uid}`, startedAt: clock.now() };
    void supervisor.resume(handle);
    return { supervisor, shown, sid: handle.sid };
  });
}

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

async function watch(count, watched) {
  const clock = createManualClock();
  const { checks, stops, fetch } = serviceAt(clock);
  const all = superviseMany(count, clock, fetch);
  // Until each was asked about once.
  await clock.advance((count / 8) * 1000 + minute);
  const before = await heapUsed();
  const waits = [];
  for (const { supervisor } of all.slice(0, 20)) {
    const begin = clock.now();
    void supervisor.stop();
    await clock.advance(1500);
    waits.push((stops.at(waits.length) ?? Infinity) - begin);
  }
  const heaps = [];
  for (let quarter = 0; quarter < 4; quarter++) {
    await clock.advance(watched / 4);
    heaps.push(((await heapUsed()) - before) / 1024 / 1024);
  }
  const left = all.slice(20);
  const gaps = left.flatMap(({ sid }) => checks.get(sid)?.gaps ?? []).toSorted((a, b) => a - b);
  return {
    count,
    never: left.filter(({ sid }) => !checks.has(sid)).length,
    shown: left.filter(({ shown }) => [...shown].some((one) => !["starting", "recording"].includes(one))).length,
    p50: percentile(gaps, 0.5) / 1000,
    p99: percentile(gaps, 0.99) / 1000,
    stop: Math.max(...waits),
    before: before / 1024 / 1024,
    heaps,
    hours: watched / 3_600_000,
  };
}

export async function measure({ full }) {
  const day = 24 * 60 * minute;
  const found = [await watch(2000, full ? day : 60 * minute), await watch(10_000, full ? day : 90 * minute)];
  const [few, many] = found;
  return {
    rows: [
      alone({ what: "never checked, of 2,000 supervised", unit: "", value: few.never, aim: { atMost: 0 } }),
      alone({ what: "never checked, of 10,000 supervised", unit: "", value: many.never, aim: { atMost: 0 } }),
      alone({ what: "a stop among 2,000 supervised, at most", unit: "ms", value: few.stop, aim: { atMost: 1000 } }),
      alone({ what: "a stop among 10,000 supervised, at most", unit: "ms", value: many.stop, aim: { atMost: 1000 } }),
      ...found.map(({ count, hours, heaps }) =>
        alone({
          what: `heap that came in over ${hours} h with ${count.toLocaleString("en-US")} supervised`,
          unit: "MB",
          value: heaps.at(-1),
          aim: { atMost: 10 },
        }),
      ),
    ],
    tables: [
      {
        title: "Supervised recordings on one client of 10 requests a second, with 120 to 240 ms latency",
        head: [
          "Supervised",
          "gap p50 (s)",
          "gap p99 (s)",
          "never checked",
          "shown wrong",
          "stop, at most (ms)",
          "hours",
          "heap before (MB)",
          "and what came in after each quarter",
        ],
        rows: found.map(({ count, p50, p99, never, shown, stop, hours, before, heaps }) => [
          count.toLocaleString("en-US"),
          p50.toFixed(0),
          p99.toFixed(0),
          String(never),
          String(shown),
          String(stop),
          hours.toFixed(1),
          before.toFixed(1),
          heaps.map((heap) => heap.toFixed(1)).join(", "),
        ]),
      },
    ],
    notes: [
      "Eight checks a second are what ten requests a second leave: 250 s for each of 2,000, 1,250 s for each of 10,000.",
    ],
  };
}
