import type { SessionSnapshot } from "@agora-edge/core";

/** What every hook shows on a server, while it hydrates, and wherever nothing is held. One object, so that nothing renders for it. */
export const idle: SessionSnapshot<never> = {
  status: "idle",
  isPending: false,
  isActive: false,
  isRestoring: false,
  lease: null,
  handle: null,
  unsettled: null,
  serverStatus: null,
  startedAt: null,
  checkedAt: null,
  files: [],
  upload: null,
  ending: null,
  error: null,
};

/** Whether a session shows nothing that `idle` does not. */
export function isIdle(snapshot: SessionSnapshot): boolean {
  if (snapshot.status !== "idle" || snapshot.files.length > 0) return false;
  const names = Object.keys(idle) as (keyof SessionSnapshot)[];
  return names.every((name) => name === "files" || snapshot[name] === idle[name]);
}
