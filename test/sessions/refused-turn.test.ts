import { basicAuth, createAgoraClient, createRecordingSession } from "@agora-edge/core";
import { createFakeAgora } from "@agora-edge/msw/fake";
import { expect, test } from "vitest";
import { clientRequest, settle } from "./setup.ts";

/** A session whose client has a limiter that refuses what callers wait for, once it is closed. */
async function crowded(monitor: { interval: number } | false) {
  const fake = createFakeAgora();
  const limiter = {
    isClosed: false,
    tryAcquire: ({ priority }: { priority: string }) => (limiter.isClosed && priority === "high" ? null : 0),
    cancel: () => {},
  };
  const agora = createAgoraClient({
    appId: fake.appId,
    auth: basicAuth(fake.customerId, fake.customerSecret),
    fetch: fake.fetch,
    clock: fake.clock,
    rateLimit: limiter,
  });
  fake.channel("room-1").join("1001");
  const options = { cname: "room-1", uid: "900001", mode: "mix", clientRequest, monitor } as const;
  const session = createRecordingSession(agora, options);
  await settle(fake, session.start());
  await settle(fake, session.whenRunning(), 10_000);
  limiter.isClosed = true;
  return { fake, session };
}

test("queries whose turn the client itself refuses fail, and are no sign that the service cannot be reached", async () => {
  const { fake, session } = await crowded({ interval: 60_000 });
  for (let asked = 0; asked < 5; asked++) {
    expect(await settle(fake, session.query())).toMatchObject({ kind: "client-timeout" });
  }
  expect(session.getSnapshot()).toMatchObject({ status: "recording", error: null });
  const before = fake.requestCount;
  await fake.advanceAsync(120_000);
  expect(fake.requestCount - before).toBe(2);
});

test("without a monitor a query whose turn was refused is not made up for", async () => {
  const { fake, session } = await crowded(false);
  expect(await settle(fake, session.query())).toMatchObject({ kind: "client-timeout" });
  const before = fake.requestCount;
  await fake.advanceAsync(600_000);
  expect(fake.requestCount).toBe(before);
});
