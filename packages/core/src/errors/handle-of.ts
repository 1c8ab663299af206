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
