import type { SttAgentsOperation, SttTasksOperation } from "@agora-edge/core";
import { answer, bare, htmlPage, redirect, type Fixture, type Fixtures } from "./fixture.ts";
import { refuse, type Answer } from "../http/answer.ts";
import { refusals, titleOf } from "../http/refusals.ts";
import {
  agentRefusal,
  agentRefusals,
  alreadyStarted,
  badSchema,
  taskRefusals,
  tokenRefusals,
} from "../stt/refusals.ts";

type Tasks = readonly SttTasksOperation[];

const acquire: Tasks = ["sttTasks.acquire"];
const start: Tasks = ["sttTasks.start"];
const query: Tasks = ["sttTasks.query"];
const update: Tasks = ["sttTasks.update"];
const stop: Tasks = ["sttTasks.stop"];
const onTask: Tasks = [...query, ...update, ...stop];
const withToken: Tasks = [...start, ...onTask];
const allTasks: Tasks = [...acquire, ...withToken];
const join: readonly SttAgentsOperation[] = ["sttAgents.join"];
const onAgent: readonly SttAgentsOperation[] = ["sttAgents.get", "sttAgents.update", "sttAgents.leave"];
const allAgents: readonly SttAgentsOperation[] = [...join, ...onAgent, "sttAgents.list"];
const all = [...allTasks, ...allAgents];

/** A code without words, as the pages list them. */
const code = (status: number, number: number): Answer => bare(status, { code: number });

/** A status that says it all; v7 adds a reason. */
const status = (number: number, reason: string, detail: string): Fixture[] => [
  answer(allTasks, bare(number)),
  answer(allAgents, agentRefusal(number, reason, detail)),
];

/** Every failure of the transcription service by its name; the first of a list is the one of current documentation. */
export const sttFixtures = {
  "invalid-credentials": [answer(all, refusals.wrongCredentials)],
  "rest-token-expired": [answer(all, tokenRefusals.expired)],
  "rest-token-invalid": [answer(all, tokenRefusals.invalid)],
  "rate-limited": [answer(all, refusals.tooManyRequests)],
  "invalid-parameter": [
    answer(allTasks, (operation) => refuse(400, 2, `${titleOf(operation)}: invalid parameter value!`)),
  ],
  "invalid-body": [answer([...start, ...update], badSchema("languages is required"))],
  "service-not-enabled": [
    answer(acquire, taskRefusals.notEnabledOnAcquire),
    answer(withToken, taskRefusals.notEnabled),
    answer(allAgents, agentRefusals.notEnabled),
  ],
  "builder-token-expired": [answer(start, taskRefusals.expired)],
  "builder-token-product-mismatch": [answer(withToken, taskRefusals.otherProduct)],
  "builder-token-unparsable": [answer(withToken, taskRefusals.unparsable)],
  "session-mismatch": [answer(withToken, taskRefusals.otherApp)],
  "task-token-mismatch": [answer(onTask, taskRefusals.otherTask), answer(onTask, taskRefusals.unknownTask)],
  "task-ended": [answer(onTask, taskRefusals.notFound), answer(onTask, code(404, 404))],
  "already-started": [
    answer(start, alreadyStarted("0123456789abcdef0123456789abcdef")),
    answer(start, taskRefusals.repeatedStart),
    answer([...start, ...join], taskRefusals.running),
  ],
  "already-stopping": [answer(stop, taskRefusals.repeatedStop)],
  "processing-timeout": [answer(allTasks, code(504, 20))],
  "internal-error": [
    answer(start, code(500, 1)),
    ...[6, 23, 501, 502].map((number) => answer(start, code(500, number))),
    answer(start, code(504, 504)),
  ],
  "start-network-failure": [answer(start, code(500, 62))],
  "no-stream": [answer(all, taskRefusals.silent)],
  "v7-error": [answer(allAgents, agentRefusals.quota)],
  "bad-request": status(400, "InvalidRequestBody", "the request is malformed"),
  unauthorized: [answer(all, bare(401))],
  "not-found": status(404, "TaskNotFound", "task not found"),
  conflict: status(409, "TaskConflict", "a task with this name is already running"),
  "server-error": status(500, "InternalError", "internal error"),
  "internal-communication-error": [answer(all, bare(504))],
  "client-timeout": [{ operations: all, effect: () => ({ kind: "hang" }) }],
  "network-error": [{ operations: all, effect: () => ({ kind: "network", trouble: "refused" }) }],
  "dns-failure": [{ operations: all, effect: () => ({ kind: "network", trouble: "dns" }) }],
  "non-json-response": [answer(all, htmlPage(502))],
  "unexpected-redirect": [answer(all, redirect)],
  "unexpected-response": [
    answer(
      [...acquire, ...start, ...query, ...update, ...join, "sttAgents.get", "sttAgents.update", "sttAgents.list"],
      bare(200, { unexpected: true }),
    ),
  ],
} satisfies Fixtures;
