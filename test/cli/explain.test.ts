import { errorOfAnswer } from "@agora-edge/core/contract";
import { describe, expect, test } from "vitest";
import { createWorld } from "./world.ts";

const { call } = createWorld();

type Found = { kind: string; operations: string[]; title: string; action: string }[];

const explain = async (args: readonly string[], stdin?: string) => {
  const { exit, json, out } = await call(["--json", "explain", ...args], stdin === undefined ? {} : { stdin });
  return { exit, out, found: exit === 0 ? (json() as Found) : [] };
};

const kinds = async (args: readonly string[], stdin?: string) =>
  (await explain(args, stdin)).found.map(({ kind, operations }) => `${kind} ${operations.join(" ")}`);

describe("agora-edge explain", () => {
  test("explains a number on one operation, in words", async () => {
    const { exit, out, err } = await call(["explain", "433", "--on", "recording.start"]);
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toMatch(/^resource-expired {2}Resource ID expired\n {2}On: recording\.start\n/);
    expect(out).toContain("What to do: Call acquire again, then start at once.");
    expect(out).toContain("Repeat: with a new resource ID");
  });

  test("explains in Chinese", async () => {
    const { out } = await call(["explain", "433", "--on", "recording.start", "--lang", "zh"]);
    expect(out).toContain("接口：recording.start");
    expect(out).toMatch(/https:\/\/\S+\/zh\/errors\/resource-expired\/$/m);
    expect(out).toMatch(/处理方法：.*acquire/);
  });

  test("tells the operations apart where a number means different things", async () => {
    const found = await kinds(["62"]);
    expect(found).toContain("service-not-enabled recording.acquire");
    expect(found).toContain("start-timeout recording.start");
    expect(found.every((one) => !one.includes("channels."))).toBe(true);
    expect((await call(["explain", "432"])).out).toContain("On: recording.*\n");
  });

  test("takes a bare number for an HTTP status too", async () => {
    expect(await kinds(["429", "--on", "recording.query"])).toEqual(["rate-limited recording.query"]);
    const found = await kinds(["404", "--on", "recording.query"]);
    expect(found).toEqual(["task-not-found recording.query", "not-found recording.query"]);
  });

  test.each([
    ["a message", ["failed to find worker", "--on", "recording.query"], undefined, "task-not-found recording.query"],
    [
      "an answer",
      ["--on", "recording.acquire"],
      '{"code":2,"reason":"post method api body check failed!"}',
      "invalid-parameter recording.acquire",
    ],
    [
      "an answer with its headers",
      ["--on", "recording.start"],
      'HTTP/2 400 \r\ncontent-type: application/json\r\n\r\n{"cname":"room-1","uid":"1","code":433}\r\n',
      "resource-expired recording.start",
    ],
    [
      "a status without a body",
      ["--on", "recording.acquire"],
      "HTTP/1.1 401 Unauthorized\r\n\r\n",
      "unauthorized recording.acquire",
    ],
    [
      "a line of a log",
      [],
      '2026-01-01 ERROR recording.stop failed {"status":404,"code":404}',
      "task-not-found recording.stop",
    ],
    ["a name of this SDK", ["nothing-recorded"], undefined, "nothing-recorded "],
  ])("understands %s", async (_, args, stdin, expected) => {
    const found = await kinds(args, stdin);
    expect(found).toContain(expected);
  });

  test("understands an error of this SDK: its JSON and its message", async () => {
    const error = errorOfAnswer("recording.start", { status: 400, text: '{"code":109,"reason":"token expired"}' });
    expect(await kinds([], JSON.stringify(error))).toEqual([`${error.kind} recording.start`]);
    expect(await kinds([], `AgoraApiError: ${error.message}`)).toEqual([`${error.kind} recording.start`]);
  });

  test("says so where nobody knows, and where nothing is given", async () => {
    const unknown = await call(["explain", "the printer is on fire"]);
    expect([unknown.exit, unknown.out]).toEqual([5, ""]);
    expect(unknown.err).toContain("No document says");
    expect((await call(["explain"])).exit).toBe(2);
    expect((await call(["explain"], { stdin: " \n" })).exit).toBe(2);
    const other = await call(["explain", "433", "--on", "recording.dance"]);
    expect([other.exit, other.err]).toEqual([2, expect.stringContaining("recording.start")]);
  });
});
