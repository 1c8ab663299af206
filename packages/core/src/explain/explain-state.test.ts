import { describe, expect, expectTypeOf, test } from "vitest";
import { states } from "../locales/en/states.ts";
import { zhCNStates } from "../locales/zh-CN/states.ts";
import { explainLeave } from "./explain-leave.ts";
import { explainState } from "./explain-state.ts";
import type { StateGroup, StateKey } from "../states/state-key.ts";

const documented = {
  "recording.status": ["0", "1", "2", "3", "4", "5", "6", "7", "8", "20"],
  "recording.serviceState": [
    "serviceIdle",
    "serviceStarted",
    "serviceReady",
    "serviceInProgress",
    "serviceCompleted",
    "servicePartialCompleted",
    "serviceValidationFailed",
    "serviceAbnormal",
  ],
  "recording.upload": ["uploaded", "backuped", "unknown", "unknow", "stranded"],
  "recording.extension": ["init", "inProgress", "exit"],
  "recording.rtmp": ["connecting", "publishing", "onhold", "disconnected"],
  "recording.notificationError": ["32", "47", "50", "51", "52"],
  "recording.notificationWarning": ["31", "32"],
  "recording.exit": ["0", "1"],
  "recording.leave": ["0", "2", "4", "8", "16"],
  "recording.webStop": ["0", "1", "2", "3", "4", "5", "6"],
  "recording.webLimit": ["resolution", "WebGL", "bandwidth"],
  "recording.webReload": ["audio_silence", "page_load_timeout"],
  "webhook.health": ["590", "591", "592"],
  "sttTasks.status": [
    "IDLE",
    "PREPARING",
    "PREPARED",
    "STARTING",
    "CREATED",
    "STARTED",
    "IN_PROGRESS",
    "STOPPING",
    "STOPPED",
    "FAILURE_STOP",
  ],
  "sttAgents.status": ["IDLE", "STARTING", "RUNNING", "STOPPING", "STOPPED", "RECOVERING", "FAILED"],
  "sttAgents.left": [
    "OK",
    "Idle for too long",
    "Task exceeded maximum lifetime",
    "RTC connection error",
    "Fatal ASR error",
    "Fatal Translation error",
  ],
} as const satisfies Record<StateGroup, readonly string[]>;

type Documented = typeof documented;
type DocumentedKey = { [Group in keyof Documented]: `${Group}/${Documented[Group][number]}` }[keyof Documented];

const keys = Object.entries(documented).flatMap(([group, values]) => values.map((value) => `${group}/${value}`));
const cjk = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u;
const han = /\p{Script=Han}/u;
const catalogues = { states, zhCNStates };

describe.each(Object.entries(catalogues))("%s", (_, catalogue) => {
  test("has a text for every documented state, and no other", () => {
    expect(keys).toHaveLength(82);
    expect(Object.keys(catalogue).sort()).toEqual([...keys].sort());
  });

  test.each(Object.entries(catalogue))("%s is complete", (_key, text) => {
    const [title, explanation, ...rest] = text;
    for (const part of text) {
      expect(part).toBe(part?.trim());
      expect(part).not.toBe("");
      expect(part).not.toMatch(/ {2}|[!！]/);
    }
    expect(title.length).toBeLessThanOrEqual(40);
    for (const sentence of [explanation, ...rest]) expect(sentence).toMatch(/[.。]$/);
    expect(title).not.toMatch(/[.。]$/);
  });

  test("explains different states of a group differently", () => {
    const explained = Object.entries(catalogue).map(([key, [, explanation]]) => `${key.split("/")[0]}: ${explanation}`);
    expect(new Set(explained).size).toBe(explained.length);
  });
});

test("the keys are typed as they are documented", () => {
  expectTypeOf<StateKey>().toEqualTypeOf<DocumentedKey>();
});

test("both languages have something to do in the same states", () => {
  const lengths = (catalogue: object) => Object.entries(catalogue).map(([key, text]) => [key, text.length]);
  expect(lengths(zhCNStates)).toEqual(lengths(states));
});

test("English has no Chinese, and asks for nothing with please", () => {
  for (const text of Object.values(states)) {
    expect(text.join(" ")).not.toMatch(cjk);
    expect(text.join(" ")).not.toMatch(/\bplease\b/i);
  }
});

test.each(Object.entries(zhCNStates))("%s is Chinese prose", (_, text) => {
  for (const part of text) {
    expect(part).toMatch(han);
    expect(part, "full-width punctuation").not.toMatch(/\p{Script=Han}[,;:?()]|[,;:?()]\p{Script=Han}/u);
    expect(part, "a blank between Chinese and Latin").not.toMatch(
      /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u,
    );
  }
});

describe("explainState", () => {
  test("is in English by default", () => {
    expect(explainState("recording.webStop", 3)).toEqual({
      title: "Engine did not start",
      explanation: "The engine that records the page failed to start.",
      action: "Call acquire and start again.",
    });
  });

  test("takes another language", () => {
    expect(explainState("recording.webStop", 3, { states: zhCNStates })?.title).toBe("引擎启动失败");
  });

  test("has an empty action where there is nothing to do", () => {
    expect(explainState("recording.status", 5)?.action).toBe("");
  });

  test("takes numbers as strings too", () => {
    expect(explainState("recording.status", "20")).toEqual(explainState("recording.status", 20));
  });

  test("tells the same value in two groups apart", () => {
    expect(explainState("recording.notificationError", 32)?.title).toBe("Storage refused");
    expect(explainState("recording.notificationWarning", 32)?.title).toBe("Upload to the backup cloud");
    expect(explainState("sttTasks.status", "STOPPED")).not.toEqual(explainState("sttAgents.status", "STOPPED"));
  });

  test.each([
    ["recording.status", 9],
    ["recording.status", Number.NaN],
    ["recording.status", ""],
    ["recording.status", "constructor"],
    ["recording.upload", "Uploaded"],
    ["recording.leave", 6],
    ["sttTasks.status", "RUNNING"],
    ["sttAgents.status", "IN_PROGRESS"],
    ["sttAgents.left", "__proto__"],
  ] as const)("has nothing to say about %s %s", (group, value) => {
    expect(explainState(group, value)).toBeUndefined();
  });
});

describe("explainLeave", () => {
  const titles = (code: number) => explainLeave(code).map(({ title }) => title);

  test.each([
    [0, ["Recorder not initialized"]],
    [2, ["Interrupted"]],
    [4, ["Nobody in the channel"]],
    [6, ["Interrupted", "Nobody in the channel"]],
    [20, ["Nobody in the channel", "Left by itself"]],
    [30, ["Interrupted", "Nobody in the channel", "No meaning", "Left by itself"]],
  ])("%d", (code, expected) => {
    expect(titles(code)).toEqual(expected);
  });

  test("leaves out bits that no document knows", () => {
    expect(titles(1)).toEqual([]);
    expect(titles(36)).toEqual(["Nobody in the channel"]);
    expect(titles(Number.NaN)).toEqual([]);
  });

  test("takes another language", () => {
    expect(explainLeave(18, { states: zhCNStates }).map(({ title }) => title)).toEqual(["进程被中断", "自行离开"]);
  });
});
