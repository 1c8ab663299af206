import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { explainError } from "../explain/explain-error.ts";
import { zhCN } from "../locales/zh-CN.ts";
import { handle, json, settle, startRequest, stubService } from "../testing/service.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const redirect = (status: number, location?: string) =>
  new Response("{}", { status, headers: location === undefined ? {} : { location, "x-request-id": "req-1" } });

/** What a page's fetch gives for a redirect. */
function opaque(): Response {
  const response = new Response(null);
  for (const [name, value] of Object.entries({ type: "opaqueredirect", status: 0, ok: false })) {
    Object.defineProperty(response, name, { value });
  }
  return response;
}

describe("a redirect", () => {
  test.each([300, 301, 302, 303, 304, 307, 308])(
    "of %i is asked for by hand, not repeated, and in doubt",
    async (status) => {
      const { recording, requests } = stubService([
        status === 304 ? new Response(null, { status }) : redirect(status, "https://evil.example/v1?token=x"),
      ]);
      const error = await settle(recording.start(startRequest));
      expect(error).toMatchObject({
        kind: "unexpected-redirect",
        status,
        operation: "recording.start",
        retry: { policy: "none", delays: [], outcomeUnknown: true },
      });
      expect(requests.map((each) => each.redirect)).toEqual(["manual"]);
    },
  );

  test("in a page has no status, and is told from an answer all the same", async () => {
    const { recording } = stubService([opaque()]);
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "unexpected-redirect", status: undefined, retry: { outcomeUnknown: true } });
  });

  test("that a fetch of the caller's has followed is not believed", async () => {
    const answer = json(200, { sid: "invented", resourceId: "R1", cname: "room-1", uid: "900001" });
    Object.defineProperty(answer, "redirected", { value: true });
    const { recording } = stubService([answer]);
    expect(await settle(recording.start(startRequest))).toMatchObject({ kind: "unexpected-redirect" });
  });

  test("of a query leaves nothing in doubt", async () => {
    const { recording } = stubService([redirect(302, "/sign-in")]);
    expect(await settle(recording.query(handle))).toMatchObject({
      kind: "unexpected-redirect",
      retry: { outcomeUnknown: false },
    });
  });

  test("says where it points, but not the rest of the address, which can repeat what was sent", async () => {
    const { recording } = stubService([redirect(307, "https://login.example/in?key=secret-key-value")]);
    const error = await settle(recording.start(startRequest));
    expect((error as Error).message).toContain("It points to https://login.example.");
    expect((error as Error).message).toContain("request req-1");
    expect(JSON.stringify(error)).not.toContain("secret-key-value");
    expect(explainError(error, { locale: zhCN }).title).toBe("响应被重定向");
  });
});

describe("an answer", () => {
  const ofSize = (bytes: number) => {
    const [head, tail] = ['{"sid":"sid1","filler":"', '"}'];
    return new Response(head + "x".repeat(bytes - head.length - tail.length) + tail);
  };

  test("of 4 MiB is read", async () => {
    const { recording } = stubService([ofSize(4 * 1024 * 1024)]);
    expect(await settle(recording.start(startRequest))).toMatchObject({ sid: "sid1" });
  });

  test("of a byte more is not, and leaves a start in doubt", async () => {
    const { recording, requests } = stubService([ofSize(4 * 1024 * 1024 + 1)]);
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "unexpected-response", status: 200, retry: { outcomeUnknown: true } });
    expect((error as Error).message).toContain("larger than any of the service");
    expect(requests).toHaveLength(1);
  });

  test("of a platform without streams is read as text", async () => {
    const response = json(200, { sid: "sid1" });
    Object.defineProperty(response, "body", { value: undefined });
    const { recording } = stubService([response]);
    expect(await settle(recording.start(startRequest))).toMatchObject({ sid: "sid1" });
  });

  test("with an invalid request ID keeps that ID out of the error", async () => {
    for (const id of ["secret-key-value", "x".repeat(129), "a b", "<script>"]) {
      const { recording } = stubService([json(400, { code: 2 }, { "x-request-id": id })]);
      const error = await settle(recording.start(startRequest));
      expect(JSON.stringify(error) + (error as Error).message).not.toContain(id);
    }
  });
});
