import { describe, expect, test } from "vitest";
import {
  validateSttAcquire,
  validateSttAgentHandle,
  validateSttAgentUpdate,
  validateSttList,
  validateSttTaskHandle,
  validateSttTaskUpdate,
} from "../../testing/validate-requests.ts";

const codes = (count: number) => Array.from({ length: count }, (_, index) => `xx-${index}`);
const uids = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}`);
const translations = (count: number, targets = 1) => ({
  languages: codes(count).map((source) => ({ source, target: codes(targets).map((code) => `${code}-target`) })),
});
const speakers = (count: number, languages = 1) => uids(count).map((uid) => ({ uid, languages: codes(languages) }));
const paths = (issues: { path: string }[]) => issues.map(({ path }) => path);

describe("acquire", () => {
  test.each<[string, object, string[]]>([
    ["a name", { instanceId: "aZ09-_" }, []],
    ["64 characters", { instanceId: "n".repeat(64), resourceExpiredHour: 48 }, []],
    ["65 characters", { instanceId: "n".repeat(65) }, ["instanceId"]],
    ["other characters", { instanceId: "room 1" }, ["instanceId"]],
    ["a line end", { instanceId: "room\n" }, ["instanceId"]],
    ["no name", { resourceExpiredHour: 1 }, ["instanceId"]],
    ["no hours", { instanceId: "a", resourceExpiredHour: 0 }, ["resourceExpiredHour"]],
  ])("%s", (_what, request, expected) => {
    expect(paths(validateSttAcquire(request))).toEqual(expected);
  });
});

describe("handles", () => {
  const task = { tokenName: "t", taskId: "T1" };

  test("takes any object with the needed fields", () => {
    const row = { ...task, id: 7, taskID: "x", instanceId: "i", startedAt: 1, version: "v5", agent: null };
    expect(validateSttTaskHandle(row)).toEqual([]);
    expect(validateSttTaskHandle(task)).toEqual([]);
    expect(validateSttAgentHandle({ agentId: "A1", agent_id: "A1", name: "n", version: "v7" })).toEqual([]);
  });

  test("tells what is missing", () => {
    expect(paths(validateSttTaskHandle({ taskID: "x", version: "v7" }))).toEqual([
      "handle.tokenName",
      "handle.taskId",
      "handle.version",
      "handle.taskID",
    ]);
    expect(paths(validateSttAgentHandle({ agent_id: "A1" }))).toEqual(["handle.agentId", "handle.agent_id"]);
    expect(paths(validateSttTaskHandle(undefined))).toEqual(["handle"]);
    expect(paths(validateSttAgentHandle({ agentId: "..", version: "v6" }))).toEqual([
      "handle.agentId",
      "handle.version",
    ]);
  });
});

describe("update", () => {
  const task = { tokenName: "t", taskId: "T1" };
  const agent = { agentId: "A1" };
  const updated = (version: "v5" | "v6" | "v7" | "beta" | undefined, fields: unknown) =>
    paths(
      version === "v7" ? validateSttAgentUpdate(agent, fields) : validateSttTaskUpdate({ ...task, version }, fields),
    );

  test.each<
    [rule: string, version: "v5" | "v6" | "v7" | "beta" | undefined, accepted: object, refused: object, string]
  >([
    ["languages of v5", "v5", { languages: codes(2) }, { languages: codes(3) }, "fields.languages"],
    ["languages of v6", "v6", { languages: codes(4) }, { languages: codes(5) }, "fields.languages"],
    ["languages of v7", "v7", { languages: codes(4) }, { languages: ["a", "b", 3] }, "fields.languages[2]"],
    ["languages of any", undefined, { languages: codes(4) }, { languages: codes(5) }, "fields.languages"],
    [
      "speakers of v5",
      "v5",
      { rtcConfig: { subscribeAudioUids: uids(3) } },
      { rtcConfig: { subscribeAudioUids: uids(4) } },
      "fields.rtcConfig.subscribeAudioUids",
    ],
    [
      "speakers of v7",
      "v7",
      { rtcConfig: { subscribeAudioUids: ["all"] } },
      { rtcConfig: { subscribeAudioUids: uids(33) } },
      "fields.rtcConfig.subscribeAudioUids",
    ],
    [
      "speakers with languages",
      "v6",
      { uidLanguagesConfig: [] },
      { uidLanguagesConfig: speakers(6) },
      "fields.uidLanguagesConfig",
    ],
    ["v5", "v5", { languages: ["a"] }, { uidLanguagesConfig: speakers(1) }, "fields.uidLanguagesConfig"],
    [
      "translation",
      "v6",
      { translateConfig: { enable: false } },
      { translateConfig: { enable: "no" } },
      "fields.translateConfig.enable",
    ],
    [
      "sources of v5",
      "v5",
      { translateConfig: translations(2, 5) },
      { translateConfig: translations(3) },
      "fields.translateConfig.languages",
    ],
    [
      "sources of v6",
      "v6",
      { translateConfig: translations(4, 5) },
      { translateConfig: translations(4, 6) },
      ["0", "1", "2", "3"].map((n) => `fields.translateConfig.languages[${n}].target`).join(),
    ],
    [
      "source of v7",
      "v7",
      { translateConfig: { languages: [{ source: "a", target: ["a"] }] } },
      { languages: ["a"], translateConfig: { languages: [{ source: "a", target: ["a"] }] } },
      "fields.translateConfig.languages[0].target",
    ],
    ["keywords", "v7", { keywords: [] }, { keywords: codes(501) }, "fields.keywords"],
    ["something", "v7", { newField: 1 }, {}, "fields"],
    ["something in it", "v6", { rtcConfig: { subscribeAudioUids: [] } }, { rtcConfig: {} }, "fields"],
    [
      "the beta",
      "beta",
      { config: { recognizeConfig: { language: "a" } } },
      { languages: codes(3) },
      "fields.languages",
    ],
  ])("%s", (_rule, version, accepted, refused, expected) => {
    expect(updated(version, accepted)).toEqual([]);
    expect(updated(version, refused).join()).toBe(expected);
  });

  test("checks the handle of its generation", () => {
    const fields = { languages: ["a"] };
    expect(paths(validateSttAgentUpdate(task, fields))).toEqual(["handle.agentId"]);
    expect(paths(validateSttTaskUpdate({ ...task, version: "v9" }, undefined))).toEqual(["handle.version", "fields"]);
  });
});

describe("list", () => {
  test.each<[string, unknown, string[]]>([
    ["no filter", undefined, []],
    ["an empty filter", {}, []],
    ["all", { channel: "c", from_time: 1_767_225_600, to_time: 0, state: "6", limit: 100, cursor: "A1" }, []],
    ["a number as state, a state of the future, no cursor", { state: 9, cursor: "" }, []],
    ["a word as state", { state: "RUNNING" }, ["state"]],
    ["two states", { state: "2,3" }, ["state"]],
    ["milliseconds", { from_time: 1_767_225_600_000 }, ["from_time"]],
    ["no agents", { limit: 0 }, ["limit"]],
    ["camel case", { fromTime: 1 }, ["fromTime"]],
    ["no object", null, [""]],
  ])("%s", (_what, filter, expected) => {
    expect(paths(validateSttList(filter))).toEqual(expected);
  });
});
