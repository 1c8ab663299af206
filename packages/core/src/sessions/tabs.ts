import type { SessionStorage } from "./session-storage.ts";

type Tabs = Required<Pick<SessionStorage, "subscribe" | "publish">>;

/** Undefined where the platform has no such channel, or does not allow it. */
function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new globalThis.BroadcastChannel(name);
  } catch {
    return undefined;
  }
}

/**
 * How the tabs of an origin hear of each other: by the `storage` event of what one has written, and by a
 * `BroadcastChannel` of what one shows.
 *
 * @param area the storage that the tabs share
 */
export function tabsOf(area: () => Storage): Tabs {
  return {
    subscribe(key, listener) {
      const { window } = globalThis;
      const written = (event: StorageEvent) => {
        // Without a key everything was removed.
        if (event.storageArea === area() && (event.key === key || event.key === null)) listener();
      };
      const channel = openChannel(key);
      channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => listener(data));
      window?.addEventListener("storage", written);
      return () => {
        channel?.close();
        window?.removeEventListener("storage", written);
      };
    },
    publish(key, message) {
      const channel = openChannel(key);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
      channel?.postMessage(message);
      channel?.close();
    },
  };
}
