import { createAgoraClient } from "@agora-edge/core";

/** Where the core under test was loaded from, as its own error tells: for runtimes that cannot resolve a name. */
export function placeOfCore(): string {
  try {
    createAgoraClient({ appId: "" });
  } catch (error) {
    return error instanceof Error ? (error.stack ?? "") : String(error);
  }
  return "an empty App ID was accepted";
}
