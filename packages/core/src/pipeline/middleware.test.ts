import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AgoraError, isAgoraError } from "../errors/agora-error.ts";
import { AgoraAbortError } from "../errors/abort-error.ts";
import { connectionFailed, handle, json, settle, startRequest, stubService } from "../testing/service.ts";
import type { Answer } from "./call.ts";
import type { CallMiddleware, Middleware, RequestContext, RequestMiddleware } from "./middleware.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(1_750_000_000_000);
});
afterEach(() => void vi.useRealTimers());

const started = () => json(200, { sid: "sid1" });
const queried = () => json(200, { serverResponse: { status: 5 } });
const messageOf = (error: unknown) => (error instanceof Error ? error.message : "");
const after = (ms: number, response: Response) => () =>
  new Promise<Response>((resolve) => setTimeout(() => resolve(response), ms));

describe("a middleware around each request", () => {
  test("sees what is sent, and can add a header", async () => {
    const seen: RequestContext[] = [];
    const trace: RequestMiddleware = (request, next) => {
      seen.push(request);
      request.headers.set("x-trace", `trace-${request.attempt}`);
      return next();
    };
    const { recording, requests } = stubService([connectionFailed(), started()], { use: [trace] });
    await settle(recording.start(startRequest));
    expect(requests.map(({ headers }) => headers.get("x-trace"))).toEqual(["trace-1", "trace-2"]);
    expect(seen).toMatchObject([
      { operation: "recording.start", method: "POST", attempt: 1, url: requests[0]?.url },
      { operation: "recording.start", method: "POST", attempt: 2, url: requests[1]?.url },
    ]);
    expect(seen[0]?.headers.get("authorization")).toMatch(/^Basic /);
    expect(JSON.parse(seen[0]?.body ?? "")).toMatchObject({ cname: startRequest.cname });
    expect(seen[0]?.call).toBe(seen[1]?.call);
  });

  test("sees the request ID without secrets, also in a copy of the answer", async () => {
    const seen: unknown[] = [];
    const copy: RequestMiddleware = async (_, next) => ({ ...(await next()) });
    const look: Middleware = {
      async aroundCall(_, next) {
        const answer = await next();
        seen.push(answer.requestId);
        return answer;
      },
    };
    const answered = (id: string) => Response.json({ sid: "sid1" }, { headers: { "x-request-id": id } });
    const replies = [answered("req-1"), answered("customer-secret")];
    const { recording } = stubService(replies, { use: [look, copy] });
    await recording.start(startRequest);
    await recording.start(startRequest);
    expect(seen).toEqual(["req-1", "[redacted]"]);
  });

  test("measures each attempt, and hears of a failure as the error that it is", async () => {
    const measured: unknown[] = [];
    const measure: RequestMiddleware = async ({ attempt }, next) => {
      const begin = Date.now();
      try {
        const { status } = await next();
        measured.push([attempt, status, Date.now() - begin]);
        return { status, body: { sid: "sid1" } };
      } catch (error) {
        measured.push([attempt, isAgoraError(error) && error.kind, Date.now() - begin]);
        throw error;
      }
    };
    const { recording } = stubService([connectionFailed(), after(70, started())], { use: [measure] });
    expect(await settle(recording.start(startRequest))).toMatchObject({ sid: "sid1" });
    expect(measured).toEqual([
      [1, "network-error", 0],
      [2, 200, 70],
    ]);
  });

  test("answers from a cache without anything being sent, and without a hook being told", async () => {
    const onRequest = vi.fn();
    const known = new Map<string, Answer>();
    const cache: RequestMiddleware = async ({ url }, next) => {
      const answer = known.get(url) ?? (await next());
      known.set(url, answer);
      return answer;
    };
    const { recording, requests } = stubService([queried()], { use: [cache], onRequest });
    const first = await recording.query(handle);
    expect(await recording.query(handle)).toEqual(first);
    expect(requests).toHaveLength(1);
    expect(onRequest).toHaveBeenCalledTimes(1);
  });

  test("turns an error into an answer, or into another error that is repeated as its kind is", async () => {
    const forgiving: RequestMiddleware = (_, next) =>
      next().catch(() => ({ status: 200, body: { serverResponse: { status: 5 } } }));
    const forgiven = stubService([json(404, { code: 404, reason: "failed to find worker" })], { use: [forgiving] });
    expect(await forgiven.recording.query(handle)).toMatchObject({ state: "in-progress" });

    const stern = new AgoraError({ kind: "invalid-state", text: ["The app has closed this room.", ""] });
    const turning: RequestMiddleware = (_, next) => next().catch(() => Promise.reject(stern));
    const turned = stubService([json(500, {})], { use: [turning] });
    expect(await settle(turned.recording.query(handle))).toBe(stern);
    expect(turned.requests).toHaveLength(1);
  });

  test("is inside of the time of an attempt, which ends it", async () => {
    const hanging: RequestMiddleware = () => new Promise(() => {});
    const { recording, requests } = stubService([], { use: [hanging], retry: false });
    expect(await settle(recording.start(startRequest), 10_000)).toMatchObject({
      kind: "client-timeout",
      retry: { outcomeUnknown: false },
    });
    expect(requests).toHaveLength(0);
  });

  test("sends nothing any more when it comes to that after the time of the attempt", async () => {
    const slow: RequestMiddleware = async (_, next) => {
      await new Promise((resolve) => setTimeout(resolve, 11_000));
      return next();
    };
    const { recording, requests } = stubService([started()], { use: [slow], retry: false });
    expect(await settle(recording.start(startRequest))).toMatchObject({ kind: "client-timeout" });
    expect(requests).toHaveLength(0);
  });
});

describe("a middleware around the whole call", () => {
  test("runs once, outside of all repeats", async () => {
    const measured: unknown[] = [];
    const call: CallMiddleware = async (context, next) => {
      const begin = Date.now();
      const { status } = await next();
      measured.push([context.operation, context.path.endsWith("/start"), Date.now() - begin]);
      return { status, body: { sid: "sid1" } };
    };
    const { recording } = stubService([connectionFailed(), started()], { use: [{ aroundCall: call }] });
    await settle(recording.start(startRequest));
    expect(measured).toEqual([["recording.start", true, 3000]]);
  });

  test("the first of the list is the outermost, for calls and for requests", async () => {
    const seen: string[] = [];
    const named = (name: string) => ({
      aroundCall: (async (_, next) => {
        seen.push(`call ${name}`);
        return next();
      }) satisfies CallMiddleware,
      aroundRequest: (async (_, next) => {
        seen.push(`request ${name}`);
        return next();
      }) satisfies RequestMiddleware,
    });
    const { recording } = stubService([queried()], { use: [named("a"), named("b")] });
    await recording.query(handle);
    expect(seen).toEqual(["call a", "call b", "request a", "request b"]);
  });
});

describe("a middleware that fails", () => {
  const broken = new TypeError("cannot read 'id' of undefined");
  const where = [
    ["request", (run: RequestMiddleware) => ({ aroundRequest: run })],
    ["call", (run: () => Promise<Answer>) => ({ aroundCall: run })],
  ] as const;

  test.each(where)("around a %s is named, with what it threw as the cause", async (_, make) => {
    const { recording, requests } = stubService([started()], { use: [make(() => Promise.reject(broken))] });
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "invalid-config", cause: broken, retry: { outcomeUnknown: false } });
    expect(messageOf(error)).toContain("A middleware in `use` failed: cannot read 'id' of undefined.");
    expect(requests).toHaveLength(0);
  });

  test("after a start was sent leaves in doubt what became of it", async () => {
    const late: RequestMiddleware = async (_, next) => {
      await next();
      throw broken;
    };
    const { recording, requests } = stubService([started(), started()], { use: [late] });
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "invalid-config", retry: { outcomeUnknown: true } });
    expect(requests).toHaveLength(1);
  });

  test("with a secret in its words does not bring it into the message", async () => {
    const leaking: RequestMiddleware = ({ headers }) => Promise.reject(new Error(headers.get("authorization") ?? ""));
    const { recording } = stubService([], { use: [leaking] });
    const error = await settle(recording.start(startRequest));
    expect(messageOf(error)).toContain("A middleware in `use` failed: Basic [redacted].");
    expect(inspect(error, { depth: 9 })).not.toContain(btoa("customer-id:customer-secret"));
  });

  test("by giving no answer is told so", async () => {
    const { recording } = stubService([queried()], { use: [(async () => undefined) as never] });
    const error = await settle(recording.query(handle));
    expect(error).toMatchObject({ kind: "invalid-config" });
    expect(messageOf(error)).toContain("A middleware in `use` gave no answer");
  });

  test("because the caller has ended the call is an aborted call", async () => {
    const controller = new AbortController();
    const waiting: CallMiddleware = ({ signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason as Error));
      });
    const { recording } = stubService([], { use: [{ aroundCall: waiting }] });
    const ended = settle(recording.start(startRequest, { signal: controller.signal }));
    controller.abort(new Error("gone"));
    const error = await ended;
    expect(error).toBeInstanceOf(AgoraAbortError);
    expect(error).toMatchObject({ cause: { message: "gone" }, retry: { outcomeUnknown: false } });
  });
});
