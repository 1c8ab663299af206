import { isObject, objectAt, textAt, type JsonObject } from "../../runtime/json.ts";
import type { RecordingServiceState } from "../types/service-state.ts";

/** `serviceInProgress` and `inProgress` are `in-progress`. */
const nameService = (word: string): RecordingServiceState =>
  word
    .replace(/^service(?=[A-Z])/, "")
    .replace(/\B[A-Z]/g, "-$&")
    .toLowerCase();

/** What an entry of `extensionServiceState` says of its service: in a word, or the same word for each of its streams. */
function wordOf(entry: JsonObject): string | undefined {
  const payload = objectAt(entry, "payload" in entry ? "payload" : "playload");
  const { streamState } = entry;
  const streams = Array.isArray(streamState)
    ? streamState.filter(isObject).map((stream) => textAt(stream, "status"))
    : [];
  const [first, ...others] = new Set(streams);
  return textAt(payload, "state") ?? textAt(entry, "status") ?? (others.length === 0 ? first : undefined);
}

/** The state of every service that the answer speaks of, by its name. */
export function readServices(serverResponse: JsonObject): Record<string, RecordingServiceState> {
  const { extensionServiceState } = serverResponse;
  const extensions = Array.isArray(extensionServiceState) ? extensionServiceState.filter(isObject) : [];
  const words = [
    ...Object.entries(objectAt(serverResponse, "subServiceStatus")),
    ...extensions.map((entry) => [textAt(entry, "serviceName"), wordOf(entry)] as const),
  ];
  return Object.fromEntries(
    words.flatMap(([name, word]) =>
      name !== undefined && typeof word === "string" ? [[name, nameService(word)]] : [],
    ),
  );
}
