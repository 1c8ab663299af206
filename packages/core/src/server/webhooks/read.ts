import { recordingEventNames, sttAgentEventNames, sttTaskEventNames } from "../../notifications/names.ts";
import type { AgoraNotification } from "../../notifications/notification.ts";
import { isObject, textAt, type JsonObject } from "../../runtime/json.ts";
import { recordingShapes } from "./recording-shapes.ts";
import { fits } from "./shape.ts";
import { sttAgentShapes, sttTaskShapes } from "./stt-shapes.ts";

/** The name that `names` has for an event, with its own properties only: `eventType` comes from outside. */
function nameIn<Name extends string>(names: Readonly<Record<number, Name>>, eventType: number): Name | undefined {
  return Object.hasOwn(names, eventType) ? names[eventType] : undefined;
}

const hasTexts = (holder: JsonObject, ...names: readonly string[]) =>
  names.every((name) => typeof holder[name] === "string");

const counters = { sequence: "number", sendts: "number", serviceType: "number", serviceScene: "string" };

/** What the event is called, where it is one that is documented and has the fields that the documents promise. */
function nameOf(productId: number, eventType: number, payload: JsonObject): AgoraNotification["name"] {
  if (productId === 3) {
    const name = nameIn(recordingEventNames, eventType);
    const complete = hasTexts(payload, "cname", "uid", "sid") && fits(payload, counters);
    return name && complete && fits(payload.details, recordingShapes[name]) ? name : "unknown";
  }
  const agentEvent = productId === 20 ? nameIn(sttAgentEventNames, eventType) : undefined;
  if (agentEvent) return fits(payload, sttAgentShapes[agentEvent]) ? agentEvent : "unknown";
  // Which product number v5 and v6 have is not documented; nothing else has a `taskId`.
  const taskEvent = nameIn(sttTaskEventNames, eventType);
  const complete = taskEvent && hasTexts(payload, "taskId") && fits(payload, counters);
  return complete && fits(payload.details, sttTaskShapes[taskEvent]) ? taskEvent : "unknown";
}

/** A parsed body as a typed event; undefined if it is no notification. */
export function readNotification(body: unknown): AgoraNotification | undefined {
  if (!isObject(body)) return undefined;
  const { productId, eventType, payload, notifyMs } = body;
  if (typeof productId !== "number" || !Number.isInteger(eventType) || !isObject(payload)) return undefined;
  const noticeId = textAt(body, "noticeId");
  const sid = textAt(body, "sid");
  // The one place where the types of the wire are taken for granted: `nameOf` has looked at every one of them.
  return {
    ...(noticeId === undefined ? {} : { noticeId }),
    productId,
    eventType,
    ...(typeof notifyMs === "number" ? { notifyMs } : {}),
    ...(sid === undefined ? {} : { sid }),
    payload,
    name: nameOf(productId, Number(eventType), payload),
  } as AgoraNotification;
}
