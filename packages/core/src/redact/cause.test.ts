import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redactCause } from "./cause.ts";

const secret = "SECRET-VALUE-1";
const secrets = [secret];
const printed = (value: unknown) => inspect(value, { depth: 20, showHidden: true }) + JSON.stringify(value);

class RequestError extends Error {
  override name = "RequestError";
  request = new Request("https://a.example/", { headers: { authorization: `Bearer ${secret}` } });
  code = "E_REQUEST";
}

describe("redactCause", () => {
  test("keeps what holds nothing, with all that hangs on it", () => {
    const inner = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED", errno: -111 });
    const all = new AggregateError([inner, new DOMException("gone", "AbortError")], "none works");
    const failed = new TypeError("fetch failed", { cause: all });
    for (const thrown of [failed, undefined, null, 5, "gone"]) expect(redactCause(thrown, secrets)).toBe(thrown);
  });

  test("leaves requests, headers and options out of a copy, and keeps name, message, code and stack", () => {
    const thrown = new RequestError("fetch failed");
    const copy = redactCause(new TypeError("outer", { cause: thrown }), secrets);
    expect(copy).toMatchObject({ name: "TypeError", message: "outer" });
    expect(copy).toHaveProperty("cause.name", "RequestError");
    expect(copy).toHaveProperty("cause.code", "E_REQUEST");
    expect(copy).toHaveProperty("cause.stack", thrown.stack);
    expect(copy).not.toHaveProperty("cause.request");
    expect(printed(copy)).not.toContain(secret);
    // The app may still have it elsewhere.
    expect(thrown.request.headers.get("authorization")).toContain(secret);
  });

  test("takes secrets and queries out of messages and stacks", () => {
    const thrown = new Error(`cannot POST https://a.example/tasks?builderToken=x with ${secret}`);
    const copy = redactCause(thrown, secrets);
    expect(copy).toHaveProperty("message", "cannot POST https://a.example/tasks?[redacted] with [redacted]");
    expect(printed(copy)).not.toMatch(/SECRET|builderToken=x/);
  });

  test("shows nothing of a thrown value that is not an error, such as a Response", () => {
    const answer = new Response("", { headers: { "set-cookie": secret } });
    expect(printed(redactCause(answer, secrets))).not.toContain(secret);
    expect(redactCause({ headers: { authorization: secret } }, secrets)).toBeInstanceOf(Error);
  });

  test("finds a secret wherever it hangs, and ends in a circle", () => {
    const leaf = fc.oneof(fc.constant(secret), fc.string(), fc.integer(), fc.constant(null));
    const { error } = fc.letrec<{ error: Error; value: unknown }>((tie) => ({
      value: fc.oneof({ maxDepth: 3 }, leaf, tie("error"), fc.record({ headers: leaf }), fc.array(leaf)),
      error: fc
        .record({ message: fc.string(), cause: tie("value"), errors: fc.array(tie("value")), extra: tie("value") })
        .map(({ message, ...rest }) => Object.assign(new Error(message), rest)),
    }));
    fc.assert(fc.property(error, (thrown) => !printed(redactCause(thrown, secrets)).includes(secret)));
    const circle: Error = new Error(secret);
    circle.cause = circle;
    expect(printed(redactCause(circle, secrets))).not.toContain(secret);
  });
});
