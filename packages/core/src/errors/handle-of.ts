import { redacted, isSecretField } from "../redact/secret-field.ts";

/** What a handle consists of. Callers may pass any object with these fields, one with secrets among it. */
const handleFields = [
  "appId",
  "cname",
  "uid",
  "mode",
  "resourceId",
  "sid",
  "version",
  "tokenName",
  "taskId",
  "instanceId",
  "agentId",
  "name",
  "startedAt",
  "grant",
];

/** The handle in an object, and nothing else of it. */
export function handleOf(given: object | undefined): object | undefined {
  return given && Object.fromEntries(Object.entries(given).filter(([field]) => handleFields.includes(field)));
}

/** Whether a handle holds what opens its task: a builder token, or a grant. */
export function opensSomething(handle: object | undefined): boolean {
  return Object.keys(handle ?? {}).some(isSecretField);
}

/** A handle for logs. */
export function printableHandle(handle: object | undefined): object | undefined {
  if (!handle || !opensSomething(handle)) return handle;
  return Object.fromEntries(
    Object.entries(handle).map(([field, value]) => [field, isSecretField(field) ? redacted : value]),
  );
}
