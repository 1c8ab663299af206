import { expect, test } from "vitest";
import { callState, success } from "../testing/attempt.ts";
import { serialize } from "./serialize.ts";

test("the body is written once, as it is when the call is made", async () => {
  const body = { cname: "room-1" };
  const state = callState({ body });
  await serialize(state, async () => {
    body.cname = "changed";
    return success;
  });
  expect(state.body).toBe('{"cname":"room-1"}');
});

test("a call without a body sends none", async () => {
  const state = callState({});
  await serialize(state, async () => success);
  expect(state.body).toBeUndefined();
});

test("what has no JSON form is refused before anything else happens", async () => {
  const state = callState({ body: { uid: 1n } });
  const next = () => Promise.reject(new Error("must not be called"));
  await expect(serialize(state, next)).rejects.toMatchObject({
    kind: "invalid-request",
    issues: [{ message: "must be JSON" }],
  });
});
