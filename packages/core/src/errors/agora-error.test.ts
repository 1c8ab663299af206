import { inspect } from "node:util";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { json, settle, stubService } from "../testing/service.ts";
import { AgoraError } from "./agora-error.ts";
import { explainError } from "../explain/explain-error.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const handle = {
  appId: "app1",
  version: "v6",
  tokenName: "canary-builder-token",
  taskId: "T1",
  startedAt: 0,
  grant: "canary-grant",
} as const;

/** As a logger that knows nothing of errors sees it: what is enumerable, also what is inherited. */
function logged(error: object): string {
  const seen: Record<string, unknown> = {};
  for (const name in error) seen[name] = Reflect.get(error, name);
  return JSON.stringify(seen);
}

test("a builder token in an error's handle is there for the program, and in nothing that is printed", async () => {
  const { agora } = stubService([json(400, { message: "refused" })]);
  const error = (await settle(agora.sttTasks.stop(handle))) as AgoraError;
  expect(error.handle).toEqual(handle);
  const spread = JSON.stringify(Object.assign({}, error));
  const prints = [
    JSON.stringify(error),
    inspect(error, { depth: 10 }),
    inspect({ error }, { depth: 10 }),
    String(error),
    logged(error),
    spread,
  ];
  for (const print of prints) expect(print).not.toContain("canary");
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({
    handle: { ...handle, tokenName: "[redacted]", grant: "[redacted]" },
  });
});

test("a handle that opens nothing is printed whole: its IDs help in a log", async () => {
  const { agora } = stubService([json(404, { message: "gone" })]);
  const recording = { cname: "room-1", uid: "1", mode: "mix", resourceId: "R1", sid: "S1" } as const;
  const error = (await settle(agora.recording.updateLayout(recording, { mixedVideoLayout: 1 }))) as AgoraError;
  expect(error.handle).toMatchObject(recording);
  expect(inspect(error)).toContain("S1");
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ handle: recording });
});

test("a text without a title is explained under that of its kind, one with a title under its own", () => {
  const sentences = ["It broke.", "Mend it."] as const;
  const facts = { kind: "app-not-active" } as const;
  expect(explainError(new AgoraError({ ...facts, text: sentences }))).toEqual({
    title: "Project not active",
    explanation: "It broke.",
    action: "Mend it.",
    causes: ["overdue payment", "disabled project"],
    docs: "https://agora-edge.github.io/agora-edge/errors/app-not-active/",
  });
  expect(explainError(new AgoraError({ ...facts, text: ["Broken", ...sentences, "rust"] }))).toEqual({
    title: "Broken",
    explanation: "It broke.",
    action: "Mend it.",
    causes: ["rust"],
    docs: "https://agora-edge.github.io/agora-edge/errors/app-not-active/",
  });
});
