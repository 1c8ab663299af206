import type { InspectedStep, InspectedTransition } from "@agora-edge/core/inspect";

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;

const wordOf = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? `${value}` : undefined;

/** What a reader wants to know of an event beside its name. */
function detailOf(event: InspectedStep): unknown {
  switch (event.type) {
    case "failed":
      return fieldOf(event.error, "kind");
    case "queried":
    case "stopped":
      return fieldOf(event.result, "state") ?? fieldOf(event.result, "status");
    case "notification":
      return fieldOf(event.notification, "eventType");
    case "push":
      return fieldOf(event.snapshot, "status");
    case "stored":
      return event.error === undefined ? event.step : "error";
    case "deferred":
      return `${wordOf(event.wait)} ms`;
    case "wake":
      return [event.visible ? "visible" : "hidden", event.online ? "online" : "offline"].join(", ");
    case "watch":
      return event.watched;
    default:
      return undefined;
  }
}

/** An event in a few words: `failed: task-not-found`. */
export function describeEvent(event: InspectedStep): string {
  const detail = wordOf(detailOf(event));
  return detail === undefined ? event.type : `${event.type}: ${detail}`;
}

/** An effect in a few words: `settle start`. */
export function describeEffect({ type, command, priority, error }: InspectedStep): string {
  const parts = [type, command ?? priority, error === undefined ? undefined : "error"];
  return parts.filter((part) => typeof part === "string").join(" ");
}

const restful: readonly string[] = ["tick", "wake", "watch", "synced", "stored", "deferred"];

/** Whether it only says that time has passed or that a user looks: nothing came of it. */
export function isQuiet({ event, effects, before, state }: InspectedTransition): boolean {
  return effects.length === 0 && before.status === state.status && restful.includes(event.type);
}
