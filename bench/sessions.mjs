// Many sessions on one client: what each costs, how many timers there are, and whether the quota is kept.
import { createAgoraClient, createRecordingSession } from "@agora-edge/core";
import { createManualClock } from "./lib/manual-clock.mjs";

const hour = 3_600_000;
const sizes = process.argv.includes("--full") ? [100, 1000, 10_000, 30_000] : [100, 1000, 10_000];

function heapUsed() {
  for (let round = 0; round < 3; round++) globalThis.gc();
  return process.memoryUsage().heapUsed;
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

async function measure(count) {
  const clock = createManualClock();
  const sent = [];
  const answer = JSON.stringify({ serverResponse: { status: 5, fileListMode: "string", fileList: "a.m3u8" } });
  const agora = createAgoraClient({
    appId: "app-1",
    baseUrl: "https://service.example",
    clock,
    random: () => 0,
    fetch: async () => {
      sent.push(clock.now());
      return new Response(answer, { headers: { "content-type": "application/json" } });
    },
  });
  const before = heapUsed();
  const sessions = [];
  for (let index = 0; index < count; index++) {
    const uid = String(index + 1);
    const target = { cname: "room-1", uid, mode: "mix" };
    const session = createRecordingSession(agora, { ...target, clientRequest: () => ({}), locks: false });
    const startedAt = clock.now() - hour;
    session.resume({ ...target, appId: "app-1", resourceId: `r${uid}`, sid: `s${uid}`, startedAt }).catch(() => {});
    sessions.push(session);
  }
  // Until each was asked about once.
  await clock.advance((count / 8) * 1000 + 1000);
  const heap = (heapUsed() - before) / count;
  const confirmed = sessions.filter((session) => session.getSnapshot().status === "recording").length;

  let mostTimers = 0;
  sent.length = 0;
  const cpu = process.cpuUsage();
  await clock.advance(hour, () => {
    mostTimers = Math.max(mostTimers, clock.timers);
  });
  const { user, system } = process.cpuUsage(cpu);
  const timersBefore = clock.timers;
  for (const session of sessions) session.dispose();
  return {
    sessions: count,
    confirmed,
    // Of few sessions the noise of everything else is larger than they are.
    "heap/session (kB)": count < 1000 ? "" : (heap / 1024).toFixed(1),
    "timers (most)": mostTimers,
    "timers at rest": timersBefore,
    "after dispose": clock.timers,
    "requests/s": (sent.length / 3600).toFixed(2),
    "most in 1 s": mostInASecond(sent),
    "each every (s)": Math.round((count * 3600) / sent.length),
    "CPU/simulated h (ms)": Math.round((user + system) / 1000),
    "CPU/check (µs)": Math.round((user + system) / sent.length),
  };
}

if (!globalThis.gc) throw new Error("Run it with node --expose-gc.");
console.log(`Node ${process.version}; monitor interval 120 s, quota 10 requests a second`);
await measure(100);
const rows = [];
for (const count of sizes) rows.push(await measure(count));
console.table(rows);
