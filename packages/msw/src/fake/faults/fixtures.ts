import type { AgoraErrorKind, RecordingOperation } from "@agora-edge/core";
import { gatewayRefusal, refuse, type Answer } from "../http/answer.ts";
import { refusals, titleOf } from "../refusals.ts";

/** What an injected fault looks like to the caller. */
export type Effect =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "network"; readonly trouble: "refused" | "dns" }
  | { readonly kind: "hang" };

type Operations = readonly RecordingOperation[];
type Fixture = { readonly operations: Operations; readonly effect: (operation: RecordingOperation) => Effect };

const acquire: Operations = ["recording.acquire"];
const start: Operations = ["recording.start"];
const query: Operations = ["recording.query"];
const update: Operations = ["recording.update", "recording.updateLayout"];
const stop: Operations = ["recording.stop"];
const inSession: Operations = [...query, ...update, ...stop];
const withResource: Operations = [...start, ...inSession];
const all: Operations = [...acquire, ...withResource];

const answer = (operations: Operations, value: Answer | ((operation: RecordingOperation) => Answer)): Fixture => ({
  operations,
  effect: (operation) => ({ kind: "answer", answer: typeof value === "function" ? value(operation) : value }),
});

const bare = (status: number, body: unknown = {}): Answer => ({ status, body });

/** What a proxy or load balancer says on its own. */
export const htmlPage = (status: number): Answer =>
  bare(status, `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`);

const invalid = answer(all, (operation) => refuse(400, 2, `${titleOf(operation)}: invalid parameter value!`));

/** Every failure of the recording service by its name; the first of a list is the one of current documentation. */
const fixtures: { readonly [kind in AgoraErrorKind]?: readonly Fixture[] } = {
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
  "service-exiting": [answer(query, refusals.exitingOlder)],
  "query-server-error": [answer(query, bare(503))],
  "invalid-layout": [answer(["recording.updateLayout"], refuse(400, 1028, "the layout is invalid"))],
  "already-stopping": [answer(stop, refusals.alreadyStopping)],
  "upload-timeout": [answer(stop, refusals.uploadTimeout)],
  "nothing-recorded": [answer(stop, refusals.nothingRecorded)],
  ok: [answer(all, bare(200))],
  partial: [answer(all, bare(206))],
  "bad-request": [answer(all, bare(400))],
  unauthorized: [answer(all, bare(401))],
  "not-found": [answer(all, bare(404))],
  "server-error": [answer(all, bare(500))],
  "gateway-timeout": [answer(all, bare(504))],
  "client-timeout": [{ operations: all, effect: () => ({ kind: "hang" }) }],
  "network-error": [{ operations: all, effect: () => ({ kind: "network", trouble: "refused" }) }],
  "dns-failure": [{ operations: all, effect: () => ({ kind: "network", trouble: "dns" }) }],
  "non-json-response": [answer(all, htmlPage(502))],
  "unexpected-response": [answer(all, bare(200, { unexpected: true }))],
};

export const isFaultKind = (value: unknown): value is AgoraErrorKind =>
  typeof value === "string" && Object.hasOwn(fixtures, value);

/** The fault of that name, on that operation if it is documented there, else as it looks elsewhere. */
export function effectOfKind(kind: AgoraErrorKind, operation: RecordingOperation): Effect | null {
  const candidates = fixtures[kind] ?? [];
  const fixture = candidates.find(({ operations }) => operations.includes(operation)) ?? candidates[0];
  return fixture?.effect(operation) ?? null;
}

/** The answer in which that operation says that number; 400 for numbers that nobody documents. */
export function answerOfCode(code: number, operation: RecordingOperation): Answer {
  const found = Object.values(fixtures)
    .flat()
    .filter(({ operations }) => operations.includes(operation))
    .map(({ effect }) => effect(operation))
    .find((effect) => effect.kind === "answer" && codeOf(effect.answer) === code);
  return found?.kind === "answer" ? found.answer : { status: 400, body: { code } };
}

function codeOf({ body }: Answer): unknown {
  return typeof body === "object" && body !== null && "code" in body ? body.code : null;
}
