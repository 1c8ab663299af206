import { describe, expect, test } from "vitest";
import { basicAuth } from "../auth/basic-auth.ts";
import { explainError } from "../explain/explain-error.ts";
import { en } from "../locales/en.ts";
import { zhCN } from "../locales/zh-CN.ts";
import { handle, json, startRequest, stubService } from "../testing/service.ts";

const otherHandle = { ...handle, appId: "a1" };

const failing = async (
  status: number,
  body: unknown,
  call: "acquire" | "start" | "stop" = "start",
): Promise<unknown> => {
  const { recording } = stubService([json(status, body)], { retry: false });
  const calls = {
    acquire: () => recording.acquire({ cname: "room-1", uid: "900001" }),
    start: () => recording.start(startRequest),
    stop: () => recording.stop(handle),
  };
  return calls[call]().catch((error: unknown) => error);
};

const known = Object.entries(en).filter(([key]) => key.startsWith("reason:"));

describe("words of code 2 that are known from practice", () => {
  test("there are some", () => {
    expect(known.length).toBeGreaterThanOrEqual(4);
  });

  test("another startParameter in acquire than in start", async () => {
    const error = await failing(400, { code: 2, reason: "request_hash mismatch!" });
    expect(error).toMatchObject({ kind: "invalid-parameter", code: 2, reason: "request_hash mismatch!" });
    expect(String(error)).toContain(
      "startParameter that acquire was given differs from the clientRequest of this start",
    );
    expect(String(error)).toContain("Call acquire again, without startParameter");
    expect(explainError(error).title).toBe("startParameter differs");
    expect(explainError(JSON.parse(JSON.stringify(error)), { locale: zhCN }).title).toBe("startParameter 不一致");
  });

  test.each(known)("%s", async (key, [title, explanation]) => {
    const reason = key.replace("reason:", "");
    for (const [status, call] of [
      [400, "start"],
      [500, "acquire"],
      [400, "stop"],
    ] as const) {
      const error = await failing(status, { code: 2, reason }, call);
      expect(explainError(error)).toMatchObject({ title, explanation });
      expect(String(error)).toContain(explanation);
    }
  });

  test("any other is what the documents say of code 2", async () => {
    for (const reason of ["Start: invalid token value!", "constructor", undefined]) {
      expect(explainError(await failing(400, { code: 2, reason })).title).toBe("Invalid value");
    }
    expect(explainError(await failing(400, { code: 2 }, "stop")).title).toBe("Stop refused");
  });

  test("they mean nothing on another code", async () => {
    const error = await failing(400, { code: 432, reason: "request_hash mismatch!" });
    expect(explainError(error).title).toBe("Resource ID does not fit");
  });
});

describe("what a failed stop says where a success has its result", () => {
  const serverResponse = { command: "StopReqData", payload: { message: "Nothing was published." }, vid: "1" };

  test("beside a reason it is in the message", async () => {
    const error = await failing(206, { code: 435, reason: "no recorded data", serverResponse }, "stop");
    expect(error).toMatchObject({ kind: "nothing-recorded", reason: "no recorded data" });
    expect(String(error)).toContain("Nothing was published.");
  });

  test("without one it is the reason", async () => {
    const error = await failing(206, { code: 435, serverResponse }, "stop");
    expect(error).toMatchObject({ kind: "nothing-recorded", reason: "Nothing was published." });
  });

  test("secrets in it are redacted", async () => {
    const secretly = { payload: { message: "customer-secret is wrong" } };
    const error = await failing(206, { code: 435, serverResponse: secretly }, "stop");
    expect(error).toMatchObject({ reason: "[redacted] is wrong" });
  });
});

test("a 401 names the usual mix-ups first", async () => {
  for (const body of [{ message: "Invalid authentication credentials" }, {}]) {
    const error = await failing(401, body, "acquire");
    expect(String(error)).toContain("not App ID and App Certificate");
    expect(explainError(error).causes).toEqual([
      "App ID used as Customer ID",
      "App Certificate used as Customer Secret",
      "credentials of another account",
    ]);
    expect(explainError(error, { locale: zhCN }).causes[0]).toBe("误将 App ID 当作客户 ID");
  }
});

test("a 401 says for sure where the Customer ID is the App ID", async () => {
  const refused = () => [json(401, { message: "Invalid authentication credentials" })];
  const mixedUp = stubService(refused(), { appId: "a1", auth: basicAuth("a1", "app-certificate") });
  await expect(mixedUp.recording.query(otherHandle)).rejects.toThrow("The Customer ID that was given is the App ID.");
  const other = stubService(refused(), { appId: "a1" });
  await expect(other.recording.query(otherHandle)).rejects.not.toThrow("is the App ID.");
});

test("a bare 400 may be too many calls, and 403 a service that is not enabled", async () => {
  expect(explainError(await failing(400, {}, "acquire")).causes).toContain(
    "too many calls a second, which China answers with 400",
  );
  expect(await failing(403, {}, "acquire")).toMatchObject({ kind: "service-not-enabled", status: 403 });
});
