import { expect, onTestFinished, test } from "vitest";
import { startStage, type Stage } from "./cloudflare-worker-stage.ts";

const isolates = 8;
const many = 200;
// As fast as ours: what is measured is a matter of milliseconds.
const speed = 1;
const watched = 180_000;
/** All isolates are one process here, and 200 calls at once keep it busy: permits of the first moment are used too late. */
const rush = 3000;

/** When which request arrived; the fake itself forgets all but the last thousand. */
function keepJournal({ fake }: Stage) {
  const kept: { at: number; operation: string | null; path: string; status: number | null }[] = [];
  let count = 0;
  const look = () => {
    const { requestCount, requests } = fake;
    kept.push(...requests.slice(requests.length - (requestCount - count)));
    count = requestCount;
  };
  const timer = setInterval(look, 500);
  return () => {
    clearInterval(timer);
    look();
    return kept;
  };
}

/** The most requests that any second saw. */
function busiestSecond(times: readonly number[]): number {
  return Math.max(...times.map((time) => times.filter((other) => other >= time && other < time + 1000).length));
}

const longest = (times: readonly number[]) =>
  Math.max(...times.slice(1).map((time, index) => time - (times[index] ?? time)));

test(`${many} recordings from ${isolates} isolates stay within the quota`, { timeout: 500_000 }, async () => {
  const stage = await startStage({ speed, isolates, maxRecordings: 2 * many, maxConcurrent: { rtc: 2 * many } });
  onTestFinished(() => stage.close());
  const { fake } = stage;
  const journal = keepJournal(stage);
  const cnames = Array.from({ length: many }, (_, index) => `alice-${index}`);
  for (const cname of cnames) fake.channel(cname).join("1001");

  // As when pages have looked at them: to make 200 objects keeps one process busy for seconds, and then no request gets out.
  for (const [index, cname] of cnames.entries()) {
    const { status } = await stage.send(`/recordings/${cname}`, {}, index % isolates);
    expect(status).toBe(200);
  }

  // All at once, the worst that can happen.
  const rushedAt = fake.now();
  const headers = { "content-type": "application/json" };
  const init = { method: "POST", body: JSON.stringify({ uid: "900001" }), headers };
  const answers = await Promise.all(
    cnames.map((cname, index) => stage.send(`/recordings/${cname}`, init, index % isolates)),
  );
  expect(answers.map(({ status }) => status).filter((status) => status !== 200)).toEqual([]);
  const startedAfter = fake.now() - Math.min(...fake.requests.map(({ at }) => at), fake.now());

  // Pages keep coming meanwhile, and wait behind nobody's checks.
  const waits: number[] = [];
  const end = fake.now() + watched;
  for (let page = 0; fake.now() < end; page += 1) {
    const from = fake.now();
    const answer = await stage.send(
      `/api/agora/v1/apps/${fake.appId}/cloud_recording/acquire`,
      {
        method: "POST",
        headers,
        body: JSON.stringify({ cname: `alice-page${page}`, uid: "900001", clientRequest: {} }),
      },
      page % isolates,
    );
    expect(answer.status).toBe(200);
    waits.push(fake.now() - from);
    await new Promise((resolve) => setTimeout(resolve, 5000 / speed));
  }

  const kept = journal();
  const live = fake.recordings.filter((one) => one.live);
  expect(live).toHaveLength(many);
  const gaps = live.map(({ sid, startedAt }) => {
    const checks = kept.filter(({ operation, path }) => operation === "recording.query" && path.includes(sid));
    return longest([startedAt, ...checks.map(({ at }) => at), fake.now()]);
  });
  const begin = kept[0]!.at;
  const later = kept.filter(({ at }) => at > begin + rush);
  const busiest = busiestSecond(later.map(({ at }) => at));
  const first = busiestSecond(kept.filter(({ at }) => at <= begin + rush).map(({ at }) => at));
  console.log(
    `${kept.length} requests from ${isolates} isolates in ${((kept.at(-1)!.at - begin) / 1000).toFixed(0)} s, ` +
      `at most ${busiest} in any second (${first} in the rush at the start); ${many} started after ${(startedAfter / 1000).toFixed(0)} s; ` +
      `longest time without a check ${(Math.max(...gaps) / 1000).toFixed(0)} s; ` +
      `a page waits ${Math.max(...waits)} ms at most`,
  );
  // However late they arrive, no more have left than there were permits: ten for every 1,250 ms since the rush began.
  const arrivals = kept.map(({ at }) => at).toSorted((one, other) => one - other);
  const tooEarly = arrivals.filter((at, index) => index >= 10 * (Math.floor((at - rushedAt) / 1250) + 1));
  expect(tooEarly).toEqual([]);
  expect(busiest).toBeLessThanOrEqual(10);
  expect(later.filter(({ status }) => status === 429)).toEqual([]);
  expect(Math.max(...waits)).toBeLessThan(5000);
  expect(Math.max(...gaps)).toBeLessThan(150_000);
});
