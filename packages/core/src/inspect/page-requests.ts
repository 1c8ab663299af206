import type { Watch, WatchedCall } from "../context/watch.ts";
import { redact, redactPath, secretsIn } from "../redact/value.ts";
import { parseJson } from "../runtime/json.ts";
import { excerptLength, type RequestTeller } from "./tell-requests.ts";

/** Tells of every request of a client for pages. */
export function watchPage(watch: Watch, teller: RequestTeller): void {
  /** The last request of each call: why a call failed is said of that one. */
  const last = new WeakMap<WatchedCall, number>();
  watch.asked = (call, attempt, answer) => {
    const { operation, method = "POST", path, body } = call;
    const secrets = secretsIn(body);
    const id = teller.asked({ operation, attempt, method, url: redactPath(path), body: redact(body ?? null) });
    last.set(call, id);
    const respond = (status: number, read: string) =>
      teller.answered(id, { status, body: redact(parseJson(read) ?? read.slice(0, excerptLength), secrets) });
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
      (error: unknown) => teller.failed(id, error),
    );
  };
  watch.called = (call, outcome) =>
    outcome.catch((error: unknown) => {
      teller.failed(last.get(call), error);
      throw error;
    });
}
