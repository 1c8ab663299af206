import { explainLeave, explainState, type StateGroup } from "@agora-edge/core";
import { zhCNStates } from "@agora-edge/core/locales/zh-CN";
import { describe, expect, test } from "vitest";
import type { UploadOutcome } from "./state/conditions.ts";
import { messages } from "./stt/lifecycle/ending.ts";
import type { SttAgent, TaskStatus } from "./stt/run/run.ts";
import { leaveCodes, webStops } from "./recording/lifecycle/ending.ts";
import type { RtmpStatus } from "./recording/task/task.ts";
import { limitTypes, type reloadPage } from "./recording/lifecycle/web.ts";

/** The names of a union; the types refuse a table that lacks one. */
const names = <Name extends string>(table: Record<Name, 1>): string[] => Object.keys(table);

/** Everything that the fake says somewhere, by the group of states that it belongs to. */
const said: readonly (readonly [StateGroup, readonly (string | number)[]])[] = [
  ["sttAgents.left", Object.values(messages)],
  [
    "sttAgents.status",
    names<SttAgent["status"]>({ STARTING: 1, RUNNING: 1, RECOVERING: 1, STOPPING: 1, STOPPED: 1, FAILED: 1 }),
  ],
  [
    "sttTasks.status",
    names<TaskStatus>({
      PREPARING: 1,
      PREPARED: 1,
      STARTING: 1,
      CREATED: 1,
      STARTED: 1,
      IN_PROGRESS: 1,
      STOPPING: 1,
      STOPPED: 1,
      FAILURE_STOP: 1,
    }),
  ],
  ["recording.status", [0, 1, 2, 3, 4, 5, 6, 7, 8, 20]],
  ["recording.upload", names<UploadOutcome>({ uploaded: 1, backuped: 1, unknown: 1, stranded: 1 })],
  ["recording.rtmp", names<RtmpStatus>({ connecting: 1, publishing: 1, onhold: 1, disconnected: 1 })],
  ["recording.webStop", [...Object.values(webStops).map(([code]) => code), 6]],
  ["recording.webLimit", Object.values(limitTypes)],
  ["recording.webReload", names<Parameters<typeof reloadPage>[2]>({ audio_silence: 1, page_load_timeout: 1 })],
  ["recording.notificationError", [32]],
  ["recording.exit", [0, 1]],
  ["recording.extension", ["inProgress", "exit"]],
];

describe.each(said)("%s", (group, values) => {
  test.each(values)("%s is explained", (value) => {
    expect(explainState(group, value)?.explanation).toMatch(/[.]$/);
    expect(explainState(group, value, { states: zhCNStates })?.explanation).toMatch(/[。]$/);
  });
});

test.each([...Object.values(leaveCodes), 16])("leaving with %i is explained", (code) => {
  expect(explainLeave(code)).toHaveLength(1);
});
