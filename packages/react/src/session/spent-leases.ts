import type { SessionSnapshot } from "@agora-edge/core";

const spent: WeakSet<object> = /* @__PURE__ */ new WeakSet();

/** Notes a lease that a session shows as `expired`: no clock that is set back gives it time again. */
export function noteSpent({ status, lease }: SessionSnapshot): void {
  if (status === "expired") spent.add(lease);
}

export const isSpent = (lease: object): boolean => spent.has(lease);
