import { list, object, texts, type JsonObject } from "../../runtime/json.ts";

export const everyone = "#allstream#";

/** Whose stream of one medium is recorded. */
export type Selection =
  | { readonly kind: "all" }
  | { readonly kind: "none" }
  | { readonly kind: "only"; readonly uids: readonly string[] }
  | { readonly kind: "except"; readonly uids: readonly string[] };

export interface Subscription {
  readonly audio: Selection;
  readonly video: Selection;
}

const all: Selection = { kind: "all" };
const none: Selection = { kind: "none" };

/**
 * What the lists mean: no list at all subscribes everything, but a list for one medium alone gives up the other
 * medium; `streamTypes` has the last word.
 */
export function readSubscription(audio: JsonObject, video: JsonObject, streamTypes: number): Subscription {
  const audioLists = selectionOf(audio, "Audio");
  const videoLists = selectionOf(video, "Video");
  const otherwise = audioLists || videoLists ? none : all;
  return {
    audio: streamTypes === 1 ? none : (audioLists ?? otherwise),
    video: streamTypes === 0 ? none : (videoLists ?? otherwise),
  };
}

/** The same out of `streamSubscribe` of update. */
export function readStreamSubscribe(subscribe: JsonObject, streamTypes: number): Subscription {
  return readSubscription(object(subscribe.audioUidList), object(subscribe.videoUidList), streamTypes);
}

export function isSelected(selection: Selection, uid: string): boolean {
  if (selection.kind === "only") return selection.uids.includes(uid);
  if (selection.kind === "except") return !selection.uids.includes(uid);
  return selection.kind === "all";
}

/** The field under the first of its spellings that is there. */
export function listOf(config: JsonObject, ...names: [string, ...string[]]): { name: string; value: unknown } {
  const name = names.find((candidate) => config[candidate] !== undefined) ?? names[0];
  return { name, value: config[name] };
}

function selectionOf(config: JsonObject, medium: "Audio" | "Video"): Selection | null {
  const wanted = texts(listOf(config, `subscribe${medium}Uids`).value);
  if (wanted.includes(everyone)) return all;
  if (wanted.length > 0) return { kind: "only", uids: wanted };
  const unwanted = listOf(config, `unSubscribe${medium}Uids`, `unsubscribe${medium}Uids`).value;
  return list(unwanted).length > 0 ? { kind: "except", uids: texts(unwanted) } : null;
}
