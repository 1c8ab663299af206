import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AgoraNetworkError } from "../errors/network-error.ts";
import { attemptState, success } from "../testing/attempt.ts";
import { chooseHost, createHostPool } from "./hosts.ts";
import { noAnswer } from "./state.ts";
import { connectionFailed, json, settle, stubService } from "../testing/service.ts";

const acquired = () => json(200, { resourceId: "resource-1" });
const acquireRequest = { cname: "room-1", uid: "900001" };

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(1_750_000_000_000);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("hosts", () => {
  const origins = (requests: Request[]) => requests.map((request) => new URL(request.url).host);

  test("a failed connection moves on: other domain, then neighbouring region; a host that works is kept", async () => {
    const replies = [connectionFailed(), connectionFailed(), connectionFailed(), acquired(), acquired()];
    const { recording, requests } = stubService(replies, { area: "EU" });
    await settle(recording.acquire(acquireRequest));
    await recording.acquire(acquireRequest);
    expect(origins(requests)).toEqual([
      "api-eu-west-1.agora.io",
      "api-eu-west-1.sd-rtn.com",
      "api-eu-central-1.agora.io",
      "api-eu-central-1.sd-rtn.com",
      "api-eu-central-1.sd-rtn.com",
    ]);
  });

  test("a host that does not answer in time is left too, after the pauses for time-outs", async () => {
    const { recording, requests } = stubService(["silence", acquired()], { area: "CN" });
    const call = recording.acquire(acquireRequest);
    await vi.advanceTimersByTimeAsync(12_999);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(origins(requests)).toEqual(["api-cn-east-1.sd-rtn.com", "api-cn-east-1.agora.io"]);
    expect(await call).toMatchObject({ resourceId: "resource-1" });
  });

  test("two calls that fail on one host move on by one host, not by two", async () => {
    const replies = [connectionFailed(), connectionFailed(), acquired(), acquired()];
    const { recording, requests } = stubService(replies);
    await settle(Promise.all([recording.acquire(acquireRequest), recording.acquire(acquireRequest)]));
    expect(origins(requests)).toEqual(["api.agora.io", "api.agora.io", "api.sd-rtn.com", "api.sd-rtn.com"]);
  });

  test("an answer, even a bad one, is no reason to move", async () => {
    const { recording, requests } = stubService([json(500, {}), acquired()]);
    await settle(recording.acquire(acquireRequest));
    expect(origins(requests)).toEqual(["api.agora.io", "api.agora.io"]);
  });
});

describe("chooseHost, alone", () => {
  const choose = chooseHost(createHostPool(["https://a.example", "https://b.example"]));

  test("leaves a host only when a request to it got no answer", async () => {
    const urls: string[] = [];
    const run = async (fail: "before" | "after" | "never") => {
      const attempt = attemptState();
      const ended = await choose(attempt, async () => {
        urls.push(attempt.url);
        if (fail === "never") return success;
        if (fail === "after") attempt.sentAt = 0;
        throw noAnswer(attempt, "network", new TypeError("fetch failed"));
      }).catch((error: unknown) => error);
      expect(ended instanceof AgoraNetworkError).toBe(fail !== "never");
    };
    await run("before");
    await run("after");
    await run("never");
    await run("never");
    expect(urls.map((url) => new URL(url).host)).toEqual(["a.example", "a.example", "b.example", "b.example"]);
  });
});
