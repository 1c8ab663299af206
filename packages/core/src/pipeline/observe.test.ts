import { expect, test, vi } from "vitest";
import { attemptState, success } from "../testing/attempt.ts";
import { observe, type RequestInfo, type ResponseInfo } from "./observe.ts";
import { noAnswer } from "./state.ts";

const told = () => ({
  onRequest: vi.fn<(info: RequestInfo) => void>(),
  onResponse: vi.fn<(info: ResponseInfo) => void>(),
});

test("hooks are told of a request before it leaves and of its answer when it is there", async () => {
  const hooks = told();
  const attempt = attemptState({ body: { cname: "room-1", token: "rtc-token" } });
  attempt.url = "https://a.example/tasks?builderToken=SECRET";
  attempt.headers = { authorization: "Basic SECRET" };
  await observe(hooks)(attempt, async () => {
    expect(hooks.onRequest).toHaveBeenCalledOnce();
    expect(hooks.onResponse).not.toHaveBeenCalled();
    Object.assign(attempt, { sentAt: 10, receivedAt: 25, json: { sid: "sid1" } });
    attempt.exchange = { status: 200, headers: new Headers(), text: '{"sid":"sid1"}' };
    return success;
  });
  expect(hooks.onRequest.mock.calls[0]?.[0]).toMatchObject({
    url: "https://a.example/tasks?builderToken=[redacted]",
    headers: { authorization: "[redacted]" },
    body: { cname: "room-1", token: "[redacted]" },
  });
  expect(hooks.onResponse.mock.calls[0]?.[0]).toMatchObject({ status: 200, duration: 15, body: { sid: "sid1" } });
});

test("a request without an answer is no response", async () => {
  const hooks = told();
  const attempt = attemptState();
  const lost = () => Promise.reject(noAnswer(attempt, "timeout"));
  await expect(observe(hooks)(attempt, lost)).rejects.toMatchObject({ kind: "client-timeout" });
  expect(hooks.onRequest).toHaveBeenCalledOnce();
  expect(hooks.onResponse).not.toHaveBeenCalled();
});
