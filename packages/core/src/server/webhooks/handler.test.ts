import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  applyNotification,
  createNotificationHandler,
  createMemoryDedupe,
  type AgoraNotification,
  type NotificationDedupe,
  type NotificationHandlerOptions,
} from "../../server.ts";
import { notify, secret, uploaded } from "../testing/notify.ts";

beforeEach(() => void vi.useFakeTimers({ now: uploaded.notifyMs }));
afterEach(() => void vi.useRealTimers());

const { payload } = uploaded;
const resent = { ...uploaded, notifyMs: uploaded.notifyMs + 3000 };
const redundant = { ...uploaded, noticeId: "another-notice" };

function start(options: Partial<NotificationHandlerOptions> = {}) {
  const events: AgoraNotification[] = [];
  const errors: unknown[] = [];
  const handler = createNotificationHandler({
    secret,
    onEvent: (event) => void events.push(event),
    onError: (error) => errors.push(error),
    ...options,
  });
  const send = async (body: object, context?: Parameters<typeof handler>[1]) => {
    const response = await handler(await notify(body), context);
    return { status: response.status, body: (await response.json()) as unknown };
  };
  return { handler, send, events, errors };
}

describe("answers", () => {
  test("200 with JSON, after the event was handled", async () => {
    const { send, events } = start();
    expect(await send(uploaded)).toEqual({ status: 200, body: { status: "handled" } });
    expect(events).toEqual([{ ...uploaded, name: "uploaded" }]);
  });

  test("401 to who does not have the secret, and tells nobody", async () => {
    const { handler, events, errors } = start();
    const response = await handler(await notify(uploaded, { secret: "guessed" }));
    expect([response.status, await response.json()]).toEqual([401, { error: "invalid-signature" }]);
    expect([events, errors]).toEqual([[], []]);
  });

  test("400 to what is signed and no notification, 405 to anything but POST", async () => {
    const { handler } = start();
    expect((await handler(await notify("[]"))).status).toBe(400);
    const get = await handler(new Request("https://app.example/agora-events"));
    expect([get.status, get.headers.get("allow")]).toEqual([405, "POST"]);
  });

  test("500 when handling fails, so that the service sends it again, which then counts", async () => {
    const onEvent = vi.fn<() => void>().mockImplementationOnce(() => {
      throw new Error("the database is away");
    });
    const { send, errors } = start({ onEvent });
    expect(await send(uploaded)).toEqual({ status: 500, body: { error: "failed" } });
    expect(errors).toEqual([new Error("the database is away")]);
    expect((await send(resent)).status).toBe(200);
    expect(onEvent).toHaveBeenCalledTimes(2);
  });

  /** Handling that goes on until it is told to end; checking the signature takes real time before it begins. */
  function longHandling() {
    let begin = () => {};
    let finish = () => {};
    let fail: (error: Error) => void = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const done = new Promise<void>((resolve, reject) => ([finish, fail] = [resolve, reject]));
    const onEvent = () => {
      begin();
      return done;
    };
    return { begun, onEvent, finish: () => finish(), fail: (error: Error) => fail(error) };
  }

  test("200 in time when handling takes long, and lets it finish", async () => {
    const { onEvent, begun, finish } = longHandling();
    const waiting: Promise<unknown>[] = [];
    const { handler } = start({ onEvent });
    const answer = handler(await notify(uploaded), { waitUntil: (work) => void waiting.push(work) });
    await begun;
    await vi.advanceTimersByTimeAsync(5000);
    const response = await answer;
    expect([response.status, await response.json()]).toEqual([200, { status: "accepted" }]);
    expect(waiting).toHaveLength(1);
    finish();
    await waiting[0];
  });

  test("200 in time even when handling fails after it, which is reported", async () => {
    const { onEvent, begun, fail } = longHandling();
    const { handler, errors } = start({ onEvent });
    const answer = handler(await notify(uploaded));
    await begun;
    await vi.advanceTimersByTimeAsync(5000);
    expect((await answer).status).toBe(200);
    fail(new Error("too late"));
    await vi.advanceTimersByTimeAsync(0);
    expect(errors).toEqual([new Error("too late")]);
  });

  test("refuses to be made without a secret", () => {
    expect(() => createNotificationHandler({ secret: [], onEvent: () => {} })).toThrow(/secret must be the secret/);
  });
});

describe("copies", () => {
  test.each([
    ["a resend", resent],
    ["a redundant one, with a notice of its own", redundant],
    ["the same", uploaded],
  ])("S07 %s is answered with 200 and not handled", async (_, copy) => {
    const { send, events } = start();
    await send(uploaded);
    expect(await send(copy)).toEqual({ status: 200, body: { status: "copy" } });
    expect(events).toHaveLength(1);
  });

  test("are recognised while the first is being handled", async () => {
    const { send, events } = start();
    const answers = await Promise.all([send(uploaded), send(resent), send(redundant)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(events).toHaveLength(1);
  });

  const another = (changes: object) => ({
    ...uploaded,
    noticeId: JSON.stringify(changes),
    payload: { ...payload, ...changes },
  });
  test("are no events of another recorder, recording, number, type or product", async () => {
    const { send, events } = start();
    const all = [
      uploaded,
      another({ sequence: 18 }),
      another({ uid: "77" }),
      another({ sid: "another" }),
      { ...uploaded, noticeId: "n2", eventType: 32 },
      { ...uploaded, noticeId: "n3", productId: 20 },
    ];
    for (const event of all) await send(event);
    expect(events).toHaveLength(all.length);
  });

  test("come in any order: an earlier event that arrives after the last is handled too", async () => {
    const { send, events } = start();
    await send(uploaded);
    await send(another({ sequence: 3 }));
    expect(events).toMatchObject([{ payload: { sequence: 17 } }, { payload: { sequence: 3 } }]);
  });

  test("of an agent, which has no numbers, are known by agent and event", async () => {
    const { send, events } = start();
    const { notifyMs } = uploaded;
    const joined = {
      productId: 20,
      eventType: 101,
      sid: "A1",
      notifyMs,
      payload: { agent_id: "A1", channel: "room-1" },
    };
    await send({ ...joined, noticeId: "1" });
    await send({ ...joined, noticeId: "2" });
    await send({ ...joined, noticeId: "3", eventType: 102 });
    expect(events.map(({ name }) => name)).toEqual(["agent-joined", "agent-left"]);
  });

  test("are forgotten an hour after the longest life of a recording", async () => {
    const { send, events } = start();
    const sendAt = async (notifyMs: number) => {
      vi.setSystemTime(notifyMs);
      await send({ ...uploaded, notifyMs });
    };
    await sendAt(uploaded.notifyMs);
    await sendAt(uploaded.notifyMs + 73 * 3_600_000 - 1);
    expect(events).toHaveLength(1);
    await sendAt(uploaded.notifyMs + 73 * 3_600_000);
    expect(events).toHaveLength(2);
  });

  test("are handled where recognising is switched off", async () => {
    const { send, events } = start({ dedupe: false });
    await send(uploaded);
    await send(uploaded);
    expect(events).toHaveLength(2);
  });

  test("are recognised by a store of one's own; when it fails, the service sends again", async () => {
    const keys = new Set<string>();
    const store: NotificationDedupe = {
      add: async (key) => keys.size < keys.add(key).size,
      delete: async (key) => keys.delete(key),
    };
    const { send, events } = start({ dedupe: store });
    await send(uploaded);
    await send(resent);
    expect(events).toHaveLength(1);
    expect([...keys]).toEqual([
      '["notice",3,"b1f0c2d3-0000-4000-8000-000000000001"]',
      '["event",3,"4f0c9f0a7be14d2e8f64c1d7a0b3e5f1","900001",17,31]',
    ]);
    const broken = start({ dedupe: { ...store, add: () => Promise.reject(new Error("store away")) } });
    expect((await broken.send(uploaded)).status).toBe(500);
    expect(broken.events).toEqual([]);
  });
});

describe("an event is not lost", () => {
  test.each([1, 2])("when the store fails at its key %i, before or after it has stored it", async (failing) => {
    for (const stores of [false, true]) {
      const memory = createMemoryDedupe();
      let adds = 0;
      const store: NotificationDedupe = {
        add: async (key, ttl) => {
          adds += 1;
          if (adds !== failing) return memory.add(key, ttl);
          if (stores) await memory.add(key, ttl);
          throw new Error("store away");
        },
        delete: (key) => memory.delete(key),
      };
      const { send, events, errors } = start({ dedupe: store });
      expect((await send(uploaded)).status).toBe(500);
      expect([events, errors]).toEqual([[], [new Error("store away")]]);
      expect(await send(resent)).toEqual({ status: 200, body: { status: "handled" } });
      expect(await send(redundant)).toEqual({ status: 200, body: { status: "copy" } });
      expect(events).toHaveLength(1);
    }
  });

  test("when handling fails after a redundant copy was seen: that one's resend counts too", async () => {
    let fail: (error: Error) => void = () => {};
    let begin = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const onEvent = vi.fn<() => unknown>().mockImplementationOnce(() => {
      begin();
      return new Promise<void>((_, reject) => (fail = reject));
    });
    const { send } = start({ onEvent });
    const first = send(uploaded);
    await begun;
    expect(await send(redundant)).toEqual({ status: 200, body: { status: "copy" } });
    fail(new Error("the database is away"));
    expect((await first).status).toBe(500);
    expect(await send(redundant)).toEqual({ status: 200, body: { status: "handled" } });
    expect(onEvent).toHaveBeenCalledTimes(2);
  });

  test("when its keys cannot be deleted either: the first failure is the one reported", async () => {
    const away = new Error("the database is away");
    const store: NotificationDedupe = { add: () => true, delete: () => Promise.reject(new Error("store away")) };
    const { send, errors } = start({ dedupe: store, onEvent: () => Promise.reject(away) });
    expect((await send(uploaded)).status).toBe(500);
    expect(errors).toEqual([away]);
  });

  test("when two copies come at the same time to a slow store", async () => {
    const memory = createMemoryDedupe();
    let adds = 0;
    const store: NotificationDedupe = {
      // Takes the second key of the first copy last.
      add: async (key, ttl) => {
        adds += 1;
        const turns = adds === 2 ? 20 : 1;
        for (let turn = 0; turn < turns; turn++) await Promise.resolve();
        return memory.add(key, ttl);
      },
      delete: (key) => memory.delete(key),
    };
    const { send, events } = start({ dedupe: store });
    await Promise.all([send(uploaded), send(resent)]);
    expect(events).toHaveLength(1);
  });
});

describe("createMemoryDedupe", () => {
  const start = () => {
    let time = 0;
    const dedupe = createMemoryDedupe({ size: 2, hold: 100, now: () => time });
    return { add: (key: string) => dedupe.add(key, 1000), pass: (ms: number) => void (time += ms) };
  };

  test("holds no more than its size of what can no longer be replayed", () => {
    const { add, pass } = start();
    expect([add("a"), add("b")]).toEqual([true, true]);
    pass(100);
    expect([add("c"), add("c"), add("b"), add("a")]).toEqual([true, false, false, true]);
  });

  test("forgets nothing that could be replayed, however much comes", () => {
    const { add, pass } = start();
    const addAll = () => Array.from({ length: 1000 }, (_, index) => add(`key-${index}`));
    expect(addAll()).not.toContain(false);
    pass(99);
    expect(addAll()).not.toContain(true);
  });
});

describe("options of the handler", () => {
  test("notifications of a later time than the tolerance are refused", async () => {
    const { send } = start({ tolerance: 600_000 });
    vi.setSystemTime(uploaded.notifyMs + 600_001);
    expect((await send(uploaded)).status).toBe(401);
    expect((await send({ ...uploaded, notifyMs: uploaded.notifyMs + 500_000 })).status).toBe(200);
  });
});

describe("applyNotification", () => {
  test("hands the event to the session, as it is", async () => {
    const received: AgoraNotification[] = [];
    const session = { receive: (event: AgoraNotification) => received.push(event) };
    const { send } = start({ onEvent: (event) => applyNotification(session, event) });
    await send(uploaded);
    expect(received).toEqual([{ ...uploaded, name: "uploaded" }]);
  });
});
