import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { json, page, settle, startRequest, storageConfig, stubService } from "../testing/service.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const secrets = [
  "customer-secret",
  btoa("customer-id:customer-secret"),
  "rtc-token-value",
  "access-key-value",
  "secret-key-value",
];

const expectClean = (value: unknown) => {
  const text = inspect(value, { depth: 20, showHidden: true }) + JSON.stringify(value) + String(value);
  for (const secret of secrets) expect(text).not.toContain(secret);
};

/** The harshest service: it quotes everything that it was sent. */
const echo = (status: number) => async (request: Request) => {
  const text = await request.clone().text();
  const quoted = `bad request: ${request.headers.get("authorization")} ${text.replace(/"/g, "")}`;
  return json(status, { code: 2, reason: quoted, message: quoted, sent: JSON.parse(text) });
};

test("hooks see the call, never its secrets", async () => {
  const seen: unknown[] = [];
  const { recording } = stubService([echo(400)], {
    onRequest: (info) => seen.push(info),
    onResponse: (info) => seen.push(info),
  });
  await settle(recording.start(startRequest));
  expect(seen).toMatchObject([
    {
      operation: "recording.start",
      attempt: 1,
      method: "POST",
      headers: { authorization: "[redacted]" },
      body: {
        clientRequest: { token: "[redacted]", storageConfig: { bucket: "bucket", region: 0, secretKey: "[redacted]" } },
      },
    },
    { operation: "recording.start", attempt: 1, status: 400, duration: 0 },
  ]);
  expectClean(seen);
});

test("errors do not repeat what the service quotes", async () => {
  const answers = [
    echo(400),
    () => page(502, `<html>${secrets.join(" ")}</html>`),
    () => json(200, { token: "rtc-token-value" }),
  ];
  for (const answer of answers) {
    const { recording } = stubService([answer], { retry: false });
    const error = await settle(recording.start(startRequest));
    expect(error).toBeInstanceOf(Error);
    expectClean(error);
  }
});

test("a failed connection does not drag the request along", async () => {
  const { recording } = stubService([new TypeError("fetch failed")], { retry: false });
  const error = await settle(recording.start(startRequest));
  expect(error).toMatchObject({ kind: "network-error" });
  expectClean(error);
});

test("a refused request shows shapes, not values", async () => {
  const { recording } = stubService([]);
  const broken = {
    ...startRequest,
    clientRequest: { storageConfig: { ...storageConfig, secretkey: "secret-key-value" } },
  };
  const error = await settle(recording.start(broken as never));
  expect(error).toMatchObject({ kind: "invalid-request" });
  expectClean(error);
});

test("stream keys and signed addresses are redacted", async () => {
  const seen: unknown[] = [];
  const { recording } = stubService(
    [json(400, { code: 2, reason: "cannot push to rtmp://cdn.example/live/stream-key" })],
    {
      onRequest: ({ body }) => seen.push(body),
    },
  );
  const handle = {
    appId: "app1",
    cname: "page",
    uid: "1",
    mode: "web",
    resourceId: "r",
    sid: "s",
    startedAt: 0,
  } as const;
  const rtmpUrl = "rtmp://cdn.example/live/stream-key";
  const error = await settle(recording.update(handle, { rtmpPublishConfig: { outputs: [{ rtmpUrl }] } }));
  expect(JSON.stringify(seen)).toContain("rtmp://cdn.example/[redacted]");
  expect(inspect([seen, error], { depth: 20 })).not.toContain("stream-key");
});

test("an object with more than a handle does not take the rest along", async () => {
  const gone = json(404, { code: 404, reason: "failed to find worker" });
  const seen: unknown[] = [];
  const { recording } = stubService([json(500, {}), gone], { onRetry: (info) => seen.push(info) });
  const error = await settle(recording.query({ ...startRequest, sid: "sid1" }));
  expect(error).toMatchObject({ kind: "task-not-found", handle: { cname: "room-1", sid: "sid1" } });
  expectClean([error, seen]);
});

test("an answer that lacks what it is for is quoted without secrets, however deep it is", async () => {
  const deep = '{"a":'.repeat(20_000) + "1" + "}".repeat(20_000);
  const answers = [json(200, { echo: "you sent rtc-token-value" }), new Response(deep)];
  for (const answer of answers) {
    const { recording } = stubService([answer]);
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "unexpected-response" });
    expectClean(error);
  }
});

test("hooks show harmless headers only, and no query of any address", async () => {
  const seen: unknown[] = [];
  const { recording } = stubService([json(400, {})], {
    headers: { "x-api-key": "key-of-the-proxy", "user-agent": "app/1" },
    onRequest: (info) => seen.push(info),
  });
  const backgroundImage = "https://cdn.example/a.jpg?signature=signed";
  const handle = { cname: "room-1", uid: "1", mode: "mix", resourceId: "r", sid: "s" } as const;
  await settle(recording.updateLayout(handle, { backgroundImage }));
  expect(seen).toMatchObject([
    {
      headers: { "x-api-key": "[redacted]", "user-agent": "app/1" },
      body: { clientRequest: { backgroundImage: "https://cdn.example/a.jpg?[redacted]" } },
    },
  ]);
});

describe("a hook that fails", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  const broken = new Error("broken logger");
  const hooks = [
    ["later", () => Promise.reject(broken)],
    [
      "at once",
      () => {
        throw broken;
      },
    ],
  ] as const;

  test.each(hooks)("%s: is reported in a page and costs nothing", async (_, hook) => {
    const reported = vi.fn<(error: unknown) => void>();
    vi.stubGlobal("reportError", reported);
    vi.stubGlobal("document", {});
    const { recording } = stubService([json(200, { sid: "sid1" })], { onRequest: hook, onResponse: hook });
    expect(await settle(recording.start(startRequest))).toMatchObject({ sid: "sid1" });
    expect(reported.mock.calls).toEqual([[broken], [broken]]);
  });

  test.each(hooks)("%s: is logged anywhere else, where reportError would end the process", async (_, hook) => {
    const reported = vi.fn<(error: unknown) => void>();
    vi.stubGlobal("reportError", reported);
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const { recording } = stubService([json(200, { sid: "sid1" })], { onRequest: hook, onResponse: hook });
    expect(await settle(recording.start(startRequest))).toMatchObject({ sid: "sid1" });
    expect(logged.mock.calls).toEqual([[broken], [broken]]);
    expect(reported).not.toHaveBeenCalled();
  });
});
