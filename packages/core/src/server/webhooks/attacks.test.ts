import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { basicAuth } from "../../auth/basic-auth.ts";
import { createAgoraClient } from "../../client/agora-client.ts";
import { systemClock } from "../../runtime/clock.ts";
import { createAgoraHandler, createNotificationHandler, verifyNotification } from "../../server.ts";
import { notify, secret, uploaded } from "../testing/notify.ts";
import { createWorld, origin } from "../testing/world.ts";

/*
 * What attackers without the secret send to a webhook, and secrets that would let everybody in.
 */

const project = (appId: string) => `/api/agora/v1/apps/${appId}/cloud_recording`;

describe("a body that never comes", () => {
  const never = (headers: Record<string, string>) =>
    ({
      method: "POST",
      headers,
      body: new ReadableStream({ pull: () => new Promise(() => {}) }),
      duplex: "half",
    }) as RequestInit;

  test("does not keep the proxy waiting", async () => {
    const world = createWorld({ bodyTimeout: 3000 });
    const headers = { "content-type": "application/json", authorization: "Bearer alice" };
    const pending = world.handler(new Request(`${origin}${project(world.fake.appId)}/acquire`, never(headers)));
    await world.fake.advanceAsync(3000);
    const response = await pending;
    expect([response.status, await response.json()]).toEqual([
      408,
      { kind: "proxy-rejected", reason: "The body did not come within 3000 ms." },
    ]);
  });

  test("does not keep the receiver of notifications waiting, nor does one that drips", async () => {
    vi.useFakeTimers();
    try {
      let drop = 0;
      const drips = new ReadableStream({
        start: (controller) => void (drop = Number(setInterval(() => controller.enqueue(new Uint8Array(1)), 1000))),
        cancel: () => clearInterval(drop),
      });
      for (const body of [drips, never({}).body]) {
        const headers = { "agora-signature-v2": "0".repeat(64) };
        const request = new Request(origin, { ...never(headers), body } as RequestInit);
        const pending = verifyNotification(request, { secret });
        const outcome = pending.catch(String);
        await vi.advanceTimersByTimeAsync(5000);
        expect(await outcome).toContain("The body did not come within 5000 ms.");
      }
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a notification that somebody has recorded", () => {
  const day = 86_400_000;
  beforeEach(() => void vi.useFakeTimers({ now: uploaded.notifyMs }));
  afterEach(() => void vi.useRealTimers());

  function receiver() {
    const seen: string[] = [];
    const handler = createNotificationHandler({ secret, onEvent: ({ noticeId }) => void seen.push(String(noticeId)) });
    const send = async (event: object) => (await handler(await notify(event))).status;
    return { seen, send };
  }

  test("20 days ago is refused", async () => {
    const { seen, send } = receiver();
    expect(await send(uploaded)).toBe(200);
    vi.setSystemTime(uploaded.notifyMs + 20 * day);
    expect(await send(uploaded)).toBe(401);
    expect(seen).toHaveLength(1);
  });

  test("is not handled again after 5,001 others", { timeout: 30_000 }, async () => {
    const { seen, send } = receiver();
    await send(uploaded);
    const { payload } = uploaded;
    for (let index = 0; index < 5001; index++) {
      await send({ ...uploaded, noticeId: `n${index}`, payload: { ...payload, sequence: 100 + index } });
    }
    vi.setSystemTime(uploaded.notifyMs + 300_000);
    expect(await send(uploaded)).toBe(200);
    expect(seen.filter((id) => id === uploaded.noticeId)).toHaveLength(1);
    expect(seen).toHaveLength(5002);
  });
});

describe("a notification that is good for long", () => {
  const day = 86_400_000;
  test.each([
    [300_000, 600_000],
    [7 * day, 14 * day],
  ])(
    "is not handled again within %i ms of its time, up to %i ms later",
    { timeout: 30_000 },
    async (tolerance, later) => {
      let time = Date.now();
      const clock = { ...systemClock, now: () => time };
      const onEvent = vi.fn<(event: { noticeId?: string | undefined }) => void>();
      const handle = createNotificationHandler({ secret, tolerance, clock, onEvent });
      // As far ahead of our clock as is accepted.
      const ahead = { ...uploaded, notifyMs: time + tolerance };
      await handle(await notify(ahead));
      time += later;
      for (let index = 0; index < 5001; index++) {
        const payload = { ...uploaded.payload, sid: `sid-${index}` };
        await handle(await notify({ ...uploaded, noticeId: `notice-${index}`, notifyMs: time, payload }));
      }
      await handle(await notify(ahead));
      expect(onEvent.mock.calls.filter(([event]) => event.noticeId === uploaded.noticeId)).toHaveLength(1);
    },
  );

  test("and whose handling fails is heard of, though the store hangs", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const onError = vi.fn<(error: unknown) => void>();
    const dedupe = { add: () => true, delete: () => new Promise(() => {}) };
    const onEvent = () => Promise.reject(new Error("no database"));
    const handle = createNotificationHandler({ secret, tolerance: false, dedupe, onEvent, onError });
    const answer = handle(await notify(uploaded));
    while (onError.mock.calls.length === 0) {
      // The crypto of the platform takes its time, on a busy machine more than usual.
      await new Promise((resolve) => void setImmediate(resolve));
      await vi.advanceTimersByTimeAsync(250);
    }
    expect(onError.mock.calls).toEqual([[new Error("no database")]]);
    expect((await answer).status).toBe(200);
  });
});

describe("a secret that is blank, or the text of a missing variable", () => {
  test.each([" ", "\n", "\t \n", "undefined", "null", " undefined\n", ""])(
    "%j is refused when a server is set up",
    (none) => {
      const error = expect.objectContaining({ kind: "invalid-config" });
      const onEvent = () => {};
      const thrown = (create: () => unknown): unknown => {
        try {
          return create();
        } catch (failure) {
          return failure;
        }
      };
      const client = createAgoraClient({ appId: "a", auth: basicAuth("id", "customer-secret") });
      const authorize = () => ({ subject: "alice" });
      const options = { client, basePath: "/api", authorize };
      expect(thrown(() => createNotificationHandler({ secret: none, onEvent }))).toEqual(error);
      expect(thrown(() => createNotificationHandler({ secret: [secret, none], onEvent }))).toEqual(error);
      expect(thrown(() => createAgoraHandler({ ...options, grantSecrets: [none] }))).toEqual(error);
      expect(thrown(() => createAgoraHandler({ ...options, grantSecrets: [none.padEnd(20)] }))).toEqual(error);
      expect(thrown(() => createAgoraClient({ appId: "a", auth: basicAuth("id", none) }))).toEqual(error);
    },
  );
});
