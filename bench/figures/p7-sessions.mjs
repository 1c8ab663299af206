// P7: many sessions on one client: what each costs, how many timers there are, and whether the quota is kept.
import { createAgoraClient, createRecordingSession } from "@agora-edge/core";
import { alone, judge } from "../lib/compare.mjs";
import { createManualClock } from "../lib/manual-clock.mjs";
import { heapUsed } from "../lib/rounds.mjs";

const hour = 3_600_000;
const quota = 10;
const answer = JSON.stringify({ serverResponse: { status: 5, fileListMode: "string", fileList: "a.m3u8" } });

/** A service that says of every recording that it goes on, and notes when it was asked. */
function serviceAt(clock) {
  const sent = [];
  const fetch = async () => {
    sent.push(clock.now());
    return new Response(answer, { headers: { "content-type": "application/json" } });
  };
  return { sent, fetch };
}

/** The most that any second saw. */
function mostInASecond(times) {
  let most = 0;
  for (let first = 0, last = 0; last < times.length; last++) {
    while (times[last] - times[first] >= 1000) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

function openSessions(count, clock, fetch) {
  const agora = createAgoraClient({
    appId: "app-1",
    baseUrl: "https://service.example",
    clock,
    random: () => 0,
    fetch,
    rateLimit: quota,
  });
  return Array.from({ length: count }, (_, index) => {
    const uid = String(index + 1);
    const target = { cname: "room-1", uid, mode: "mix" };
    const session = createRecordingSession(agora, { ...target, clientRequest: () => ({}), locks: false });
    const startedAt = clock.now() - hour;
    session.resume({ ...target, appId: "app-1", resourceId: `r${uid}`, sid: `s${uid}`, startedAt }).catch(() => {});
    return {
      isKnown: () => session.getSnapshot().status === "recording",
      dispose: () => session.dispose(),
    };
  });
}

/** The least that anybody would write: a timer, a request and the last answer for each recording. */
function openIntervals(count, clock, fetch) {
  return Array.from({ length: count }, (_, index) => {
    const uid = String(index + 1);
    const url = `https://service.example/v1/apps/app-1/cloud_recording/resourceid/r${uid}/sid/s${uid}/mode/mix/query`;
    const state = { uid, status: null, checkedAt: 0 };
    const check = async () => {
      const { serverResponse } = await (await fetch(url)).json();
      Object.assign(state, serverResponse, { checkedAt: clock.now() });
    };
    const timer = clock.setInterval(() => void check(), 120_000);
    void check();
    return { isKnown: () => state.status === 5, dispose: () => clock.clearInterval(timer) };
  });
}

async function watch(open, count) {
  const clock = createManualClock();
  const { sent, fetch } = serviceAt(clock);
  const before = await heapUsed();
  const sessions = open(count, clock, fetch);
  // Until each was asked about once. A question whose turn comes in more than a minute is put off.
  const isKnown = (session) => session.isKnown();
  for (let second = 0; second < count && !sessions.every(isKnown); second += 10) await clock.advance(10_000);
  const heap = ((await heapUsed()) - before) / count;
  const known = sessions.filter(isKnown).length;
  if (known < count) throw new Error(`of ${count} sessions ${known} were seen recording`);

  let timers = 0;
  sent.length = 0;
  const cpu = process.cpuUsage();
  await clock.advance(hour, () => {
    timers = Math.max(timers, clock.timers);
  });
  const { user, system } = process.cpuUsage(cpu);
  for (const session of sessions) session.dispose();
  return {
    count,
    heap,
    timers,
    left: clock.timers,
    perSecond: sent.length / 3600,
    most: mostInASecond(sent),
    every: (count * 3600) / sent.length,
    cpu: (user + system) / 1000,
    cpuPerCheck: (user + system) / sent.length,
  };
}

const line = (who, found) => [
  who,
  found.count.toLocaleString("en-US"),
  // Of few sessions the noise of everything else is larger than they are.
  found.count < 1000 ? "" : (found.heap / 1024).toFixed(1),
  String(found.timers),
  String(found.left),
  found.perSecond.toFixed(2),
  String(found.most),
  found.every.toFixed(0),
  found.cpu.toFixed(0),
  found.cpuPerCheck.toFixed(0),
];

export async function measure({ full }) {
  const sizes = full ? [100, 1000, 10_000, 30_000] : [100, 1000, 10_000];
  await watch(openSessions, 100);
  await watch(openIntervals, 100);
  const ours = [];
  const theirs = [];
  for (const count of sizes) {
    ours.push(await watch(openSessions, count));
    theirs.push(await watch(openIntervals, count));
  }
  const [, thousand] = ours;
  const last = ours.at(-1);
  const ratioRow = (what, unit, key) => {
    const mid = last[key] / thousand[key];
    const range = { mid, low: mid, high: mid };
    return {
      what,
      against: "with 1,000",
      unit,
      ours: last[key],
      theirs: thousand[key],
      ratio: range,
      ...judge(mid, { atMost: 1.5 }),
    };
  };
  const besideTimers = (index) => {
    const [mine, other] = [ours.at(index), theirs.at(index)];
    const line = (what, unit, key) => {
      const mid = mine[key] / other[key];
      return {
        what: `${what}, ${mine.count.toLocaleString("en-US")} sessions`,
        against: "a setInterval each",
        unit,
        ours: mine[key],
        theirs: other[key],
        ratio: { mid, low: mid, high: mid },
      };
    };
    return [
      line("live timers, at most", "", "timers"),
      line("heap of one session", "bytes", "heap"),
      line("time of the processor for one check", "µs", "cpuPerCheck"),
      line("time of the processor in a simulated hour", "ms", "cpu"),
    ];
  };
  const many = last.count.toLocaleString("en-US");
  return {
    rows: [
      alone({ what: `live timers of ${many} sessions, at most`, unit: "", value: last.timers, aim: { atMost: 1 } }),
      alone({
        what: `requests in the busiest second, of ${many}`,
        unit: "requests",
        value: last.most,
        aim: { atMost: quota },
      }),
      ratioRow(`heap of one session among ${many}`, "bytes", "heap"),
      ratioRow(`time of the processor for one check among ${many}`, "µs", "cpuPerCheck"),
      ...besideTimers(1),
      ...besideTimers(-1),
    ],
    tables: [
      {
        title: `Everything else, over a simulated hour; monitor interval 120 s, quota ${quota} requests a second`,
        head: [
          "Who",
          "monitored",
          "heap each (kB)",
          "timers, most",
          "left after dispose",
          "requests/s",
          "most in 1 s",
          "each every (s)",
          "CPU/simulated h (ms)",
          "CPU/check (µs)",
        ],
        rows: [
          ...ours.map((found) => line("sessions", found)),
          ...theirs.map((found) => line("a setInterval each", found)),
        ],
      },
    ],
    notes: [
      "Where the quota does not allow a check every 120 s, sessions are asked about less often; the timers of the alternative ask in one burst, and the service would refuse most of it with 429. The alternative has no life cycle, checks no answer and repeats nothing. With 1,000 both ask about as often; with more the alternative asks more in the same hour. The clock and the service in memory are in the time of both.",
    ],
  };
}
