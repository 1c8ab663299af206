import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFakeAgora, type FakeNotification } from "@agora-edge/msw/fake";
import { isAgoraError } from "../../errors/agora-error.ts";
import { createNotificationHandler, verifyNotification } from "../../server.ts";
import { digest, notify, secret, uploaded } from "../testing/notify.ts";

/** Body, secret and digests as documented; the third stands on the speech-to-text pages. */
const vectors = [
  {
    name: "T1",
    secret: "secret",
    body: '{"eventMs":1560408533119,"eventType":10,"noticeId":"4eb720f0-8da7-11e9-a43e-53f411c2761f","notifyMs":1560408533119,"payload":{"a":"1","b":2},"productId":1}',
    v1: "033c62f40f687675f17f0f41f91a40c71c0f134c",
    v2: "6d3320c60b11101395b7fc8f9068748808a0aa1bfa064438e39d1bc2c7d74d99",
    event: { name: "unknown", productId: 1, eventType: 10 },
  },
  {
    name: "T2",
    secret: "test-secret",
    body: '{"noticeId":"spec-0001","productId":3,"eventType":40,"notifyMs":1700000000123,"payload":{"cname":"room-1","uid":"527841","sid":"0123456789abcdef0123456789abcdef","sequence":0,"sendts":1700000000000,"serviceType":1,"details":{"msgName":"recorder_started","status":0}}}',
    v1: "c569449cf27bf4be1c7aef807faef24f48f9405d",
    v2: "cc82444c0afe8ceaeb0061d000adc6949b0e5b43ebebd334409c13c6c2d4756f",
    event: { name: "recorder-started", productId: 3, eventType: 40 },
  },
  {
    name: "speech-to-text",
    secret: "secret",
    body: '{"eventType":10,"noticeId":"4eb720f0-8da7-11e9-a43e-53f411c2761f","notifyMs":1560408533119,"payload":{"a":"1","b":2},"productId":1}',
    v1: "5a3bb6a6d9fad2ea9ae3fb707a14c9d7f3136df1",
    v2: "de96da5acf03b0021ac3b4fa2225e7ae6f3533a30d50bb02c08ea4fa748bda24",
    event: { name: "unknown", productId: 1 },
  },
];

/** How it went: the event's name, or the kind of the error. */
const outcome = async (
  request: Request | Promise<Request>,
  options: Partial<Parameters<typeof verifyNotification>[1]> = {},
): Promise<unknown> =>
  verifyNotification(await request, { secret, now: () => uploaded.notifyMs, ...options }).then(
    ({ name }) => name,
    (error: unknown) => (isAgoraError(error) ? error.kind : error),
  );

describe("the documented vectors", () => {
  test.each(vectors)("$name has the right digests, by either version", async ({ body, v1, v2, event, ...vector }) => {
    for (const headers of [
      { "agora-signature": v1, "agora-signature-v2": v2 },
      { "agora-signature": v1 },
      { "agora-signature-v2": v2 },
      { "Agora-Signature-V2": v2.toUpperCase() },
    ] as Record<string, string>[]) {
      expect(await verifyNotification(await notify(body, { headers }), { ...vector, tolerance: false })).toMatchObject(
        event,
      );
    }
  });

  test.each(vectors)(
    "S09 $name does not pass when its body was parsed and written again",
    async ({ body, v2, ...vector }) => {
      const rewritten = JSON.stringify(JSON.parse(body), null, 1);
      const request = await notify(rewritten, { headers: { "agora-signature-v2": v2 } });
      expect(await outcome(request, { ...vector, tolerance: false })).toBe("invalid-signature");
    },
  );
});

describe("the signature", () => {
  test("may be made with any of several secrets, and with no other", async () => {
    const request = () => notify(uploaded, { secret: "the-new-secret" });
    expect(await outcome(request(), { secret: ["the-new-secret", "the-old-secret"] })).toBe("uploaded");
    expect(await outcome(request(), { secret: ["the-old-secret", "the-new-secret"] })).toBe("uploaded");
    expect(await outcome(request(), { secret: "the-old-secret" })).toBe("invalid-signature");
  });

  test("of version 2 decides where it is there, whatever the other says", async () => {
    const body = JSON.stringify(uploaded);
    const right = {
      "agora-signature": await digest("SHA-1", secret, body),
      "agora-signature-v2": await digest("SHA-256", secret, body),
    };
    const wrong = { v1: await digest("SHA-1", "x", body), v2: await digest("SHA-256", "x", body) };
    const sent = (headers: Record<string, string>) => outcome(notify(body, { headers: { ...right, ...headers } }));
    expect(await sent({ "agora-signature": wrong.v1 })).toBe("uploaded");
    expect(await sent({ "agora-signature-v2": wrong.v2 })).toBe("invalid-signature");
    expect(await sent({ "agora-signature-v2": "" })).toBe("invalid-signature");
  });

  test.each([
    ["none", {}],
    ["an empty one", { "agora-signature-v2": "" }],
    ["one that is too short", { "agora-signature-v2": "ab" }],
    ["one of the other version", { "agora-signature-v2": "0".repeat(40) }],
    ["one that is no hexadecimal", { "agora-signature-v2": "z".repeat(64) }],
    ["one with a blank in it", { "agora-signature": `${" ".repeat(2)}x` }],
  ])("%s is refused as invalid-signature", async (_, headers: Record<string, string>) => {
    expect(await outcome(notify(uploaded, { headers }))).toBe("invalid-signature");
  });

  test("says nothing of the secret when it does not fit", async () => {
    const error: unknown = await verifyNotification(await notify(uploaded, { secret: "another" }), { secret }).catch(
      (e: unknown) => e,
    );
    expect(String(error) + JSON.stringify(error)).not.toMatch(/webhook-secret/);
    expect(String(error)).toMatch(/signature of the notification does not fit/);
  });

  test.each([[""], [[]], [[""]], [undefined], [["right", ""]]])("needs a secret: %j is refused", async (wrong) => {
    await expect(verifyNotification(await notify(uploaded), { secret: wrong as never })).rejects.toMatchObject({
      kind: "invalid-config",
      issues: [{ path: "secret" }],
    });
  });
});

describe("options that cannot work", () => {
  test.each([
    ["a tolerance that is no number", { tolerance: Number.NaN }, "tolerance"],
    ["a tolerance in a text", { tolerance: "60000" }, "tolerance"],
    ["a tolerance of nothing", { tolerance: 0 }, "tolerance"],
    ["a tolerance without an end", { tolerance: Infinity }, "tolerance"],
    ["bodies of any size", { maxBodySize: Number.NaN }, "maxBodySize"],
    ["no bodies", { maxBodySize: 0 }, "maxBodySize"],
  ])("%s: refused", async (_, wrong, path) => {
    const verifying = verifyNotification(await notify(uploaded), { secret, ...(wrong as object) });
    await expect(verifying).rejects.toMatchObject({ kind: "invalid-config", issues: [{ path }] });
    const create = () => createNotificationHandler({ secret, onEvent: () => {}, ...(wrong as object) });
    expect(create).toThrow(
      expect.objectContaining({ kind: "invalid-config", issues: [expect.objectContaining({ path })] }),
    );
  });
});

const signature = await digest("SHA-256", secret, JSON.stringify(uploaded));

describe("10,000 mutated requests", () => {
  const body = new TextEncoder().encode(JSON.stringify(uploaded));
  const byte = fc.nat(255);
  const at = fc.nat(body.length - 1);
  const letter = fc.nat(15).map((value) => value.toString(16));

  const flip = fc
    .tuple(at, fc.integer({ min: 1, max: 255 }))
    .map(([index, bits]) => body.map((each, i) => (i === index ? each ^ bits : each)));
  const insert = fc
    .tuple(at, byte)
    .map(([index, added]) => Uint8Array.of(...body.slice(0, index), added, ...body.slice(index)));
  const remove = at.map((index) => Uint8Array.of(...body.slice(0, index), ...body.slice(index + 1)));
  const noise = fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from(bytes));
  const bodies = fc.oneof(flip, insert, remove, noise).map((mutated) => ({ mutated, header: signature }));
  const headers = fc
    .tuple(fc.nat(63), letter)
    .map(([index, digit]) => signature.slice(0, index) + digit + signature.slice(index + 1))
    .filter((header) => header !== signature)
    .map((header) => ({ mutated: body, header }));
  const texts = fc.stringMatching(/^[\x21-\x7e]{0,80}$/).map((header) => ({ mutated: body, header }));

  test("are all refused, and none crashes", { timeout: 60_000 }, async () => {
    const property = fc.asyncProperty(fc.oneof(bodies, headers, texts), async ({ mutated, header }) => {
      const request = await notify(mutated, { headers: { "agora-signature-v2": header } });
      // A byte that is added next to its like changes nothing.
      if ((await digest("SHA-256", secret, mutated)) === header.toLowerCase()) return;
      expect(await outcome(request)).toBe("invalid-signature");
    });
    await fc.assert(property, { numRuns: 10_000 });
  });
});

describe("the body", () => {
  test("is bounded, whatever its length header says", async () => {
    const large = { ...uploaded, filler: "x".repeat(300_000) };
    expect(await outcome(notify(large))).toBe("invalid-signature");
    expect(await outcome(notify(large), { maxBodySize: 400_000 })).toBe("uploaded");
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
    });
    const headers = { "agora-signature-v2": "0".repeat(64), "content-length": "10" };
    const endless = { method: "POST", body: stream, headers, duplex: "half" };
    expect(await outcome(new Request("https://app.example/", endless as RequestInit))).toBe("invalid-signature");
  });

  test("must not have been read before", async () => {
    const request = await notify(uploaded);
    await request.text();
    await expect(verifyNotification(request, { secret })).rejects.toThrow("The body of the request was read before.");
  });

  test.each([
    ["no JSON", "{"],
    ["no UTF-8", Uint8Array.of(0x7b, 0xff, 0x7d)],
    ["a list", "[]"],
    ["null", "null"],
    ["no payload", { productId: 3, eventType: 31 }],
    ["a product in words", { productId: "3", eventType: 31, payload: {} }],
    ["an event in words", { productId: 3, eventType: "31", payload: {} }],
  ])("that is signed and holds %s is an invalid-request", async (_, body) => {
    expect(await outcome(notify(body))).toBe("invalid-request");
  });
});

describe("the time", () => {
  test.each([
    [0, "uploaded"],
    [60_000, "uploaded"],
    [-60_000, "uploaded"],
    [60_001, "invalid-signature"],
    [-60_001, "invalid-signature"],
  ])("%i ms off, with a tolerance of a minute: %s", async (off, expected) => {
    const now = () => uploaded.notifyMs + off;
    expect(await outcome(notify(uploaded), { tolerance: 60_000, now })).toBe(expected);
  });

  test("must be there for a tolerance, and may be any without one", async () => {
    const { notifyMs: _, ...timeless } = uploaded;
    const tolerance = false;
    expect(await outcome(notify(timeless))).toBe("invalid-signature");
    expect(await outcome(notify(timeless), { tolerance })).toBe("uploaded");
    expect(await outcome(notify(uploaded), { tolerance, now: () => 0 })).toBe("uploaded");
  });

  test.each([
    [300_000, "uploaded"],
    [-300_000, "uploaded"],
    [300_001, "invalid-signature"],
    [-300_001, "invalid-signature"],
  ])("%i ms off, without options: %s", async (off, expected) => {
    expect(await outcome(notify(uploaded), { now: () => uploaded.notifyMs + off })).toBe(expected);
  });
});

describe("the event", () => {
  const read = async (event: object) => verifyNotification(await notify(event), { secret, tolerance: false });

  test("keeps the fields of the wire, and says what it is", async () => {
    expect(await read(uploaded)).toEqual({ ...uploaded, name: "uploaded" });
  });

  const payload = { ...uploaded.payload };
  test.each([
    ["of another product with the same number", { ...uploaded, productId: 7 }, "unknown"],
    ["that is newer than this SDK", { ...uploaded, eventType: 46 }, "unknown"],
    ["named like a property of every object", { ...uploaded, eventType: -1 }, "unknown"],
    ["without its sid", { ...uploaded, payload: { ...payload, sid: undefined } }, "unknown"],
    ["without details", { ...uploaded, payload: { ...payload, details: undefined } }, "unknown"],
    ["with a list where a name is documented", { ...uploaded, eventType: 4 }, "unknown"],
    ["with files that are none", { ...uploaded, payload: { ...payload, details: { fileList: [7] } } }, "unknown"],
    ["with fields that are null", { ...uploaded, payload: { ...payload, details: { fileList: null } } }, "uploaded"],
    ["with fields of its own", { ...uploaded, payload: { ...payload, details: { newField: 1 } } }, "uploaded"],
  ])("%s is %s", async (_, event, name) => {
    expect(await read(event)).toMatchObject({ name, productId: event.productId, eventType: event.eventType });
  });

  test("of v5 and v6 is known by its task, whatever its product number", async () => {
    const { sid: _, ...rest } = payload;
    for (const productId of [20, 9]) {
      const event = await read({ ...uploaded, productId, payload: { ...rest, taskId: "t1" } });
      expect(event.name).toBe("task-uploaded");
    }
  });

  test("of the fake service is always one that has a name", async () => {
    const seen: FakeNotification[] = [];
    const fake = createFakeAgora();
    fake.onNotification((notification) => seen.push(notification));
    await liveThrough(fake);
    const names = await Promise.all(seen.map(async (event) => (await read(event)).name));
    expect(names).not.toContain("unknown");
    expect(new Set(names)).toEqual(
      new Set([
        "recorder-started",
        "uploader-started",
        "status-update",
        "audio-state",
        "video-state",
        "slice-start",
        "file-infos",
        "uploading-progress",
        "recorder-leave",
        "uploaded",
        "session-exit",
        "session-failover",
        "agent-joined",
        "agent-left",
      ]),
    );
  });
});

/** A recording with a failover, and a transcription. */
async function liveThrough(fake: ReturnType<typeof createFakeAgora>): Promise<void> {
  const { basicAuth, createAgoraClient } = await import("../../index.ts");
  const { appId, customerId, customerSecret, clock } = fake;
  const agora = createAgoraClient({ appId, auth: basicAuth(customerId, customerSecret), fetch: fake.fetch, clock });
  fake.channel("room-1").join("1001");
  const storageConfig = {
    vendor: 1,
    region: 0,
    bucket: "b",
    accessKey: "key-value",
    secretKey: "secret-value",
  } as const;
  const resource = await agora.recording.acquire({ cname: "room-1", uid: "900001" });
  const clientRequest = { storageConfig, recordingConfig: { channelType: 0 } };
  const handle = await agora.recording.start({ ...resource, mode: "mix", clientRequest });
  const rtcConfig = { channelName: "room-1", pubBotUid: "900002" };
  const agent = await agora.sttAgents.join({ name: "room-1", languages: ["en-US"], rtcConfig });
  await fake.advanceAsync(130_000);
  fake.failover(handle.sid, { seconds: 5 });
  await fake.advanceAsync(60_000);
  await agora.recording.stop(handle);
  await agora.sttAgents.leave(agent);
  await fake.advanceAsync(60_000);
}
