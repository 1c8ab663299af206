import type { AnyClient } from "@agora-edge/core";
import type { Known } from "./last-recording.ts";

/** What the page knows of each key, by client. Clients that take the place of each other share it. */
const memories: WeakMap<AnyClient, Map<string, Known>> = /* @__PURE__ */ new WeakMap();

export function memoryOf(client: AnyClient): Map<string, Known> {
  const memory = memories.get(client) ?? new Map<string, Known>();
  memories.set(client, memory);
  return memory;
}

/** A client takes the place of another one. */
export function passOn(from: AnyClient, to: AnyClient): void {
  memories.set(to, memoryOf(from));
}
