import { createServer } from "node:http";
import { afterEach, expect, test, vi } from "vitest";
import { callFake } from "../../testing/caller.ts";
import { callStt } from "../../testing/stt-caller.ts";
import { isObject, parseJson } from "../runtime/json.ts";
import { signNotification } from "./sign.ts";

afterEach(() => void vi.useRealTimers());

/** A webhook that answers with what it is told, and keeps what it got. */
function webhook(...answers: (() => Response | Promise<Response>)[]) {
  const got: { at: number; body: string; event: Record<string, unknown>; headers: Headers; url: string }[] = [];
  let now = () => 0;
  const handler = async (request: Request): Promise<Response> => {
    const body = await request.text();
    const event = parseJson(body)?.value;
    got.push({ at: now(), body, event: isObject(event) ? event : {}, headers: request.headers, url: request.url });
    return (answers.shift() ?? (() => Response.json({ ok: true })))();
  };
  return { got, handler, follow: (clock: () => number) => (now = clock) };
}

test("every notification arrives signed in both versions, in order, and says JSON", async () => {
  const { fake, record, events } = callFake();
  const { got, handler } = webhook();
  const sender = fake.sendNotificationsTo(handler, { secret: "hush" });
  fake.channel("room-1").join(1);
  await record("mix");
  await fake.advanceAsync(20_000);
  expect(got.map(({ event }) => event)).toEqual(events);
  expect(got.length).toBeGreaterThan(5);
  for (const { body, headers, url } of got) {
    const signatures = await signNotification(body, "hush");
    expect(headers.get("agora-signature")).toBe(signatures["Agora-Signature"]);
    expect(headers.get("agora-signature-v2")).toBe(signatures["Agora-Signature-V2"]);
    expect([headers.get("content-type"), url]).toEqual(["application/json", "https://webhook.example/"]);
  }
  expect(sender.deliveries.map(({ received, status, resend }) => [received, status, resend])).toEqual(
    got.map(() => [true, 200, 0]),
  );
  sender.stop();
  await fake.advanceAsync(60_000);
  expect(sender.deliveries).toHaveLength(got.length);
});

test("one that is not received is sent again: at once, then with growing gaps, three times", async () => {
  const { fake, record } = callFake({ startAt: 0 });
  const { got, handler, follow } = webhook(
    () => Response.json({}, { status: 500 }),
    () => new Response("fine"),
    () => Promise.reject(new Error("no connection")),
    () => new Promise<Response>(() => {}),
  );
  follow(() => fake.now());
  const sender = fake.sendNotificationsTo(handler, { secret: "hush", lose: ({ eventType }) => eventType !== 30 });
  await record("mix");
  await fake.advanceAsync(120_000);
  const noticeId = got[0]?.event.noticeId;
  expect(got.map(({ at, event }) => [at, event.noticeId, event.notifyMs])).toEqual(
    [2000, 2000, 7000, 37_000].map((at) => [at, noticeId, at]),
  );
  expect(sender.deliveries.map(({ status, resend }) => [status, resend])).toEqual([
    [500, 0],
    [200, 1],
    [null, 2],
    [null, 3],
  ]);
  expect(sender.deliveries.every(({ received }) => !received)).toBe(true);
});

test("a slow answer counts until ten seconds have passed", async () => {
  const { fake, record } = callFake({ startAt: 0 });
  const after = (ms: number) => () =>
    new Promise<Response>((resolve) => void fake.clock.setTimeout(() => resolve(Response.json({})), ms));
  const { got, handler } = webhook(after(10_001), after(9999));
  fake.sendNotificationsTo(handler, { secret: "hush", lose: ({ eventType }) => eventType !== 30 });
  await record("mix");
  await fake.advanceAsync(60_000);
  expect(got).toHaveLength(2);
});

test("to an address, over HTTP, and settled says when", async () => {
  const { fake, record, events } = callFake();
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      bodies.push(body);
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const sender = fake.sendNotificationsTo(`http://127.0.0.1:${port}/agora`, { secret: "hush" });
  await record("mix");
  fake.advance(5000);
  await sender.settled();
  server.close();
  expect(bodies.map((body) => parseJson(body)?.value)).toEqual(expect.arrayContaining(events));
  expect(bodies).toHaveLength(events.length);
  expect(sender.deliveries.every(({ received }) => received)).toBe(true);
});

test("each product has a secret of its own", async () => {
  const { fake, agent } = callStt();
  const recordings = webhook();
  const transcriptions = webhook();
  fake.sendNotificationsTo(recordings.handler, { secret: "a", productId: 3 });
  fake.sendNotificationsTo(transcriptions.handler, { secret: "b", productId: 20, url: "https://app.example/stt" });
  await agent();
  await fake.advanceAsync(2000);
  expect(recordings.got).toEqual([]);
  expect(transcriptions.got).toMatchObject([{ url: "https://app.example/stt", event: { eventType: 101 } }]);
});

test("with the timers of a test runner nothing else is needed", async () => {
  vi.useFakeTimers();
  const { fake, record } = callFake({ now: () => Date.now() });
  const { got, handler } = webhook();
  const sender = fake.sendNotificationsTo(handler, { secret: "hush" });
  await record("mix");
  await vi.advanceTimersByTimeAsync(4000);
  await sender.settled();
  expect(got.length).toBeGreaterThan(1);
});
