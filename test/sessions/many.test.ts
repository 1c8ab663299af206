import { basicAuth, createAgoraClient, createRecordingSession } from "@agora-edge/core";
import { createFakeAgora } from "@agora-edge/msw/fake";
import { expect, test } from "vitest";
import { clientRequest, settle } from "./setup.ts";

/** The most that any second saw. */
function mostInASecond(times: readonly number[]): number {
  return Math.max(...times.map((time) => times.filter((other) => other >= time && other < time + 1000).length));
}

test(
  "more sessions than the quota allows for are checked less often, on one timer, and commands still get through",
  { timeout: 60_000 },
  async () => {
    // At 120 s each that would be 3.8 checks a second, of a quota of 4.
    const many = 450;
    const fake = createFakeAgora({ maxConcurrent: { rtc: many } });
    let timers = 0;
    let most = 0;
    const clock = {
      ...fake.clock,
      setTimeout(run: () => void, ms: number) {
        timers++;
        most = Math.max(most, timers);
        return fake.clock.setTimeout(() => {
          timers--;
          run();
        }, ms);
      },
      clearTimeout(id: unknown) {
        timers--;
        fake.clock.clearTimeout(id);
      },
    };
    const { appId, customerId, customerSecret } = fake;
    const agora = createAgoraClient({
      appId,
      auth: basicAuth(customerId, customerSecret),
      fetch: fake.fetch,
      clock,
      rateLimit: 4,
    });
    fake.channel("room-1").join("1001");
    const sessions = [];
    for (let uid = 1; uid <= many; uid++) {
      const session = createRecordingSession(agora, {
        cname: "room-1",
        uid: String(900_000 + uid),
        mode: "mix",
        clientRequest,
      });
      sessions.push(session);
      await settle(fake, session.start(), 4000);
    }
    await fake.advanceAsync(300_000);
    expect(new Set(sessions.map((session) => session.getSnapshot().status))).toEqual(new Set(["recording"]));

    const begin = fake.now();
    most = timers;
    await fake.advanceAsync(100_000);
    const times = fake.requests.filter((request) => request.at > begin).map((request) => request.at);
    expect(fake.requests.every((request) => request.status === 200)).toBe(true);
    expect(times.length).toBeGreaterThan(300);
    expect(mostInASecond(times)).toBeLessThanOrEqual(4);
    // One for all alarms, and the time limit of the request in flight.
    expect(most).toBeLessThanOrEqual(2);

    const [first] = sessions;
    expect(await settle(fake, first?.stop() ?? Promise.reject(new Error("none")), 1000)).toMatchObject({
      status: "stopped",
    });
    for (const session of sessions) session.dispose();
    await fake.advanceAsync(0);
    expect(timers).toBe(0);
  },
);
