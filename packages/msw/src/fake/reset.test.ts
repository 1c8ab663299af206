import { expect, test } from "vitest";
import { createFakeAgora } from "../fake.ts";
import { who } from "../testing/caller.ts";
import { acquire, clientOf, kindOf, startMix } from "../testing/client.ts";

test("a request from before does nothing afterwards", async () => {
  const fake = createFakeAgora();
  const call = kindOf(acquire(clientOf(fake)));
  while (fake.requestCount === 0) await Promise.resolve();
  fake.reset();
  expect(await call).toBe("network-error");
  expect([fake.requestCount, fake.requests]).toEqual([0, []]);
});

test.each([{ delay: 5000 }, { hang: true as const }])("a call that waits with %j ends", async (fault) => {
  const fake = createFakeAgora();
  fake.fail("recording.acquire", fault);
  const call = kindOf(acquire(clientOf(fake)));
  await fake.advanceAsync(2000);
  fake.reset();
  expect(await call).toBe("network-error");
  expect(await kindOf(acquire(clientOf(fake)))).toBe("none");
});

test("a start from before starts nothing, even while its body is being read", async () => {
  const fake = createFakeAgora();
  let send: (chunk: Uint8Array) => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      send = (chunk) => {
        controller.enqueue(chunk);
        controller.close();
      };
    },
  });
  const url = `https://api.agora.io/v1/apps/${fake.appId}/cloud_recording/acquire`;
  const call = fake.fetch(url, { method: "POST", body });
  const fault = fake.fail("recording.acquire", { code: 405 });
  fake.reset();
  send(new TextEncoder().encode(JSON.stringify({ ...who, clientRequest: {} })));
  await expect(call).rejects.toThrow(TypeError);
  expect([fake.requestCount, fault.hits]).toEqual([0, 0]);
});

test("notifications from before are not sent again, and their deliveries are forgotten", async () => {
  const fake = createFakeAgora();
  let calls = 0;
  let answer: (response: Response) => void = () => undefined;
  const sender = fake.sendNotificationsTo(
    () => {
      calls += 1;
      return calls === 1 ? new Response("no", { status: 500 }) : new Promise((resolve) => (answer = resolve));
    },
    { secret: "s" },
  );
  await startMix(clientOf(fake));
  await fake.advanceAsync(2000);
  expect([calls, sender.deliveries.length]).toEqual([2, 1]);
  fake.reset();
  answer(new Response("no", { status: 500 }));
  await sender.settled();
  await fake.advanceAsync(60_000);
  expect([calls, sender.deliveries]).toEqual([2, []]);
  await startMix(clientOf(fake));
  await fake.advanceAsync(2000);
  expect(calls).toBe(3);
});
