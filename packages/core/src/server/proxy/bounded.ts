import { isObject, type JsonObject } from "../../runtime/json.ts";

/** The documented fields of answers, of all operations, and the words of refusals. */
const documented = new Set([
  "code",
  "reason",
  "message",
  "detail",
  "details",
  "error",
  "status",
  "state",
  "cname",
  "uid",
  "resourceId",
  "sid",
  "serverResponse",
  "tokenName",
  "createTs",
  "instanceId",
  "taskId",
  "agent_id",
  "create_ts",
  "start_ts",
  "stop_ts",
  "name",
  "data",
  "meta",
]);

/** Letters of a text. The longest of the service is the list of files of old recordings, which is one text. */
const longest = { of200: 65_536, ofFailure: 1000 } as const;

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length)}…` : text);

function boundTexts(value: unknown, length: number): unknown {
  if (typeof value === "string") return cut(value, length);
  if (Array.isArray(value)) return value.map((item) => boundTexts(item, length));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, boundTexts(item, length)]));
}

/** What of an answer goes to a page: documented fields, with texts of bounded length. */
export function boundAnswer(json: JsonObject, status: number): JsonObject {
  const length = status === 200 ? longest.of200 : longest.ofFailure;
  return Object.fromEntries(
    Object.entries(json)
      .filter(([name]) => documented.has(name))
      .map(([name, value]) => [name, boundTexts(value, length)]),
  );
}

/** What the client adds to answers, or makes of them. */
const added = [
  "appId",
  "mode",
  "version",
  "startedAt",
  "acquiredAt",
  "expiresAt",
  "scene",
  "agentId",
  "services",
  "files",
  "upload",
];

/** What of a result of the client goes to a page: its fields and those of the answer, as bounded as an answer is. */
export function boundResult(json: JsonObject): JsonObject {
  const own = Object.entries(json).filter(([name]) => added.includes(name));
  return { ...boundAnswer(json, 200), ...Object.fromEntries(own) };
}

/** What is read as one sentence. */
export function boundReason(text: string): string {
  return cut(text, 160);
}

/** The beginning of what is no JSON object, such as the page of a gateway. */
export function boundText(text: string): string {
  return cut(text, longest.ofFailure);
}
