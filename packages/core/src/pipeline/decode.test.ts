import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { basicAuth } from "../auth/basic-auth.ts";
import { attemptState } from "../testing/attempt.ts";
import { decode } from "./decode.ts";
import { AgoraApiError } from "../errors/api-error.ts";
import { handle, json, page, settle, startRequest, stubService } from "../testing/service.ts";

const queried = () => json(200, { serverResponse: { status: 5 } });
const acquireRequest = { cname: "room-1", uid: "900001" };

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(1_750_000_000_000);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("answers", () => {
  test("the request ID is kept, under each of its names", async () => {
    const names = ["X-Request-ID", "X-Agora-Request-ID", "X-Trace-ID"];
    for (const [index, name] of names.entries()) {
      const headers = Object.fromEntries(names.slice(index).map((each) => [each, `id-of-${each}`]));
      const { recording } = stubService([json(400, { code: 2, reason: "bad" }, headers)]);
      expect(await settle(recording.acquire(acquireRequest))).toMatchObject({ requestId: `id-of-${name}` });
    }
  });

  test.each([
    ["an HTML page", page(502, "<html>\n<h1>502 Bad Gateway</h1></html>"), /502 Bad Gateway/],
    ["an empty body", page(502, ""), /empty/],
    ["JSON that is no object", json(502, "oops"), /oops/],
  ])("%s is decoded by its status, with an excerpt", async (_, answer, excerpt) => {
    const { recording, requests } = stubService([answer, queried()], { retry: { maxRetries: 0 } });
    const error = await settle(recording.stop(handle));
    expect(error).toBeInstanceOf(AgoraApiError);
    expect(error).toMatchObject({ kind: "non-json-response", status: 502, retry: { policy: "same-resource" } });
    expect((error as Error).message).toMatch(excerpt);
    expect(requests).toHaveLength(1);
  });

  test("a page with status 200 is no success, and no reason to repeat", async () => {
    const { recording, requests } = stubService([page(200, "<html>Sign in to the hotel's network")]);
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "non-json-response", status: 200, retry: { outcomeUnknown: true } });
    expect(requests).toHaveLength(1);
  });

  test("the app's own proxy is never explained as wrong credentials", async () => {
    const kinds = [401, 403, 400].map(async (status) => {
      const answer = json(status, { message: "Invalid authentication credentials" }, { "x-agora-edge-proxy": "1" });
      return settle(stubService([answer]).recording.query(handle));
    });
    expect(await Promise.all(kinds)).toMatchObject([
      { kind: "proxy-unauthenticated" },
      { kind: "proxy-forbidden" },
      { kind: "proxy-rejected" },
    ]);
  });
});

describe("decode, alone", () => {
  const identity = { auth: basicAuth("id", "secret"), appId: "app1" };
  const got = (status: number, text: string) => ({ status, text, headers: new Headers({ "x-request-id": "req-1" }) });

  test("gives body and status of a success, and keeps the answer as it came", () => {
    const attempt = attemptState();
    const exchange = got(200, '{"sid":"sid1"}');
    expect(decode(identity, attempt, exchange)).toEqual({ status: 200, body: { sid: "sid1" } });
    expect(attempt.exchange).toBe(exchange);
  });

  test("takes any success where the operation says so, but for what says that it is not done", () => {
    const attempt = attemptState({ mayBeEmpty: true });
    expect(decode(identity, attempt, got(204, ""))).toMatchObject({ status: 204, body: {} });
    for (const status of [201, 206, 404]) {
      expect(() => decode(identity, attempt, got(status, ""))).toThrow(AgoraApiError);
    }
  });
});
