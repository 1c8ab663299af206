import type { RecordingOperation } from "@agora-edge/core";
import { operationsThat } from "../http/route-table.ts";
import { gatewayRefusal, refuse } from "../http/answer.ts";
import { refusals, titleOf } from "../http/refusals.ts";
import { answer, bare, htmlPage, redirect, type Fixtures } from "./fixture.ts";

type Operations = readonly RecordingOperation[];

const acquire: Operations = ["recording.acquire"];
const start: Operations = ["recording.start"];
const query: Operations = ["recording.query"];
const update: Operations = operationsThat("recording", "change");
/** Of what changes a recording, what changes its layout alone. */
const layout: Operations = update.filter((operation) => operation !== "recording.update");
const stop: Operations = ["recording.stop"];
const inSession: Operations = [...query, ...update, ...stop];
const withResource: Operations = [...start, ...inSession];
const all: Operations = [...acquire, ...withResource];

const invalid = answer(all, (operation) => refuse(400, 2, `${titleOf(operation)}: invalid parameter value!`));

/** Every failure of the recording service by its name; the first of a list is the one of current documentation. */
export const recordingFixtures = {
  "invalid-app-id": [answer(all, refusals.wrongAppId), answer(all, gatewayRefusal(400, "invalid appid"))],
  "missing-authorization": [answer(all, refusals.unauthorized)],
  "invalid-credentials": [answer(all, refusals.wrongCredentials)],
  "no-route": [answer(all, refusals.noRoute)],
  "rate-limited": [answer(all, refusals.tooManyRequests)],
  "invalid-parameter": [invalid],
  "service-not-enabled": [answer(acquire, refusals.appIdNotServed), answer(acquire, refusals.appNotServedOlder)],
  "invalid-channel-name": [
    answer(acquire, refusals.channelName),
    answer([...acquire, ...start], refusals.channelNameOlder),
  ],
  "app-not-active": [answer(acquire, refusals.notActive)],
  "concurrency-limit": [answer(acquire, refusals.overload)],
  "internal-error": [answer(acquire, refuse(500, 500, "internal_error"))],
  "no-resources": [answer(acquire, refuse(500, 501, "no_worker_manager_available"))],
  "allocate-timeout": [answer(acquire, refuse(500, 504, "allocate_timeout"))],
  "already-started": [answer(start, refusals.alreadyStarted)],
  "task-conflict": [answer(start, refusals.taskConflict)],
  "start-timeout": [answer(start, refuse(500, 62, "request timeout"))],
  "request-not-completed": [answer(withResource, refuse(206, 65, "request not completed"))],
  "rtc-token-expired": [answer(start, refuse(400, 109, "the token has expired"))],
  "rtc-token-invalid": [answer(start, refuse(400, 110, "the token is invalid"))],
  "resource-expired": [answer(start, refusals.resourceExpired)],
  "no-worker": [answer(start, refuse(500, 502, "Failed to allocate worker"))],
  "start-server-error": [answer(start, bare(503))],
  "undocumented-15": [answer(start, bare(500, { sid: "", code: 15 }))],
  "bad-http-request": [answer(all, refusals.malformed)],
  "resource-mismatch": [answer(withResource, refusals.resourceMismatch)],
  "resource-unparsable": [answer(withResource, refusals.resourceUnparsable)],
  "session-mismatch": [answer(inSession, refusals.sessionMismatch)],
  "task-not-found": [answer(inSession, refusals.noWorker)],
  "backend-timeout": [answer(inSession, refuse(504, 62, "request timeout"))],
  "service-exiting": [answer([...start, ...inSession], refusals.exitingOlder)],
  "query-server-error": [answer(query, bare(503))],
  "invalid-layout": [answer(layout, refuse(400, 1028, "the layout is invalid"))],
  "already-stopping": [answer(stop, refusals.alreadyStopping)],
  "upload-timeout": [answer(stop, refusals.uploadTimeout)],
  "nothing-recorded": [answer(stop, refusals.nothingRecorded)],
  partial: [answer(all, bare(206))],
  "bad-request": [answer(all, bare(400))],
  unauthorized: [answer(all, bare(401))],
  "not-found": [answer(all, bare(404))],
  "server-error": [answer([...acquire, ...update, ...stop], bare(500))],
  "gateway-timeout": [answer([...acquire, ...update, ...stop], bare(504))],
  "client-timeout": [{ operations: all, effect: () => ({ kind: "hang" }) }],
  "network-error": [{ operations: all, effect: () => ({ kind: "network", trouble: "refused" }) }],
  "dns-failure": [{ operations: all, effect: () => ({ kind: "network", trouble: "dns" }) }],
  "non-json-response": [answer(all, htmlPage(502))],
  "unexpected-redirect": [answer(all, redirect)],
  "unexpected-response": [answer([...acquire, ...start, ...query], bare(200, { unexpected: true }))],
} satisfies Fixtures;
