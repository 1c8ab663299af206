import type { SessionPush, SessionSnapshot } from "../machine/snapshot-types.ts";
import type { SessionService } from "../machine/types.ts";
import type { SessionStorage } from "./session-storage.ts";

/** Ties a session to the sessions of its key in other tabs. */
export interface TabLink<S extends SessionService> {
  /** Listens to the other tabs while somebody subscribes to the session. */
  listen(isNeeded: boolean): void;
  /** Shows the other tabs what this one shows. */
  tell(snapshot: SessionSnapshot<S>): void;
}

export interface TabLinkSetup<S extends SessionService> {
  readonly key: string;
  readonly storage: SessionStorage | undefined;
  /** Another tab has written. */
  readonly written: () => void;
  /** Another tab shows this. */
  readonly told: (push: SessionPush<S>) => void;
}

/** What is under way is a matter of the tab in which it was asked for. */
const own = ["starting", "stopping"];

export function createTabLink<S extends SessionService>({ key, storage, written, told }: TabLinkSetup<S>): TabLink<S> {
  let leave: (() => void) | undefined;
  let isTold = false;

  function hear(message?: unknown): void {
    if (typeof message !== "string") return written();
    // What another tab shows is not told back to it.
    isTold = true;
    try {
      told(JSON.parse(message) as SessionPush<S>);
    } catch {
      // No message of a session.
    } finally {
      isTold = false;
    }
  }

  return {
    listen(isNeeded) {
      leave?.();
      leave = isNeeded ? storage?.subscribe?.(key, hear) : undefined;
    },
    tell({ status, handle, serverStatus, startedAt, checkedAt, files, upload, ending, error }) {
      if (isTold || handle === null || own.includes(status)) return;
      const push = { status, handle, serverStatus, startedAt, checkedAt, files, upload, ending, error };
      storage?.publish?.(key, JSON.stringify(push));
    },
  };
}
