import { isAgoraError } from "../errors/agora-error.ts";
import type { Watch, WatchedCall } from "../context/watch.ts";
import { redact, redactPath, secretsIn } from "../redact/value.ts";
import type { Clock } from "../runtime/clock.ts";
import { parseJson } from "../runtime/json.ts";
import type { Inspection } from "./inspection.ts";

/** How much of an answer that is no JSON is shown. */
const excerptLength = 2000;

/** Tells of every request of a client for pages. */
export function watchRequests(watch: Watch, clock: Clock, tell: (inspection: Inspection) => void): void {
  let requests = 0;
  const told = new WeakSet();
  const fail = (id: number, error: unknown) => {
    if (!isAgoraError(error) || told.has(error)) return;
    told.add(error);
    tell({ type: "failure", at: clock.now(), id, error });
  };

  /** The last request of each call: why a call failed is said of that one. */
  const last = new WeakMap<WatchedCall, number>();
  watch.asked = (call, attempt, answer) => {
    const id = ++requests;
    last.set(call, id);
    const { operation, method = "POST", path, body } = call;
    const secrets = secretsIn(body);
    tell({
      type: "request",
      at: clock.now(),
      id,
      operation,
      attempt,
      method,
      url: redactPath(path),
      body: redact(body ?? null),
    });
    const respond = (status: number, read: string) =>
      tell({
        type: "response",
        at: clock.now(),
        id,
        status,
        body: redact(parseJson(read) ?? read.slice(0, excerptLength), secrets),
      });
    answer.then(
      ({ response, text }) => {
        if (text !== undefined) return respond(response.status, text);
        // The client reads it too, and an answer can be read once.
        const read = response.clone().text();
        return read.then(
          (words) => respond(response.status, words),
          () => respond(response.status, ""),
        );
      },
      (error: unknown) => fail(id, error),
    );
  };
  watch.called = (call, outcome) =>
    outcome.catch((error: unknown) => {
      const id = last.get(call);
      if (id !== undefined) fail(id, error);
      throw error;
    });
}
