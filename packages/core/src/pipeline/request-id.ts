import { redactText } from "../redact/text.ts";

/** A longer value is not a request ID and could carry something else. */
const shape = /^[\w.:=+/@-]{1,128}$/;

/** The identifier that support asks for, under the names that gateways of the service have used; without `secrets`. */
export function requestIdOf(headers: Headers, secrets: () => readonly string[]): string | undefined {
  const id = headers.get("x-request-id") ?? headers.get("x-agora-request-id") ?? headers.get("x-trace-id");
  return id !== null && shape.test(id) ? redactText(id, secrets()) : undefined;
}
