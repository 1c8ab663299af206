const refused = /* @__PURE__ */ new WeakSet<object>();

/** Marks the error of a request that was not sent, because its turn would have come too late. */
export function refuseTurn<E extends object>(error: E): E {
  refused.add(error);
  return error;
}

/** Whether nothing was sent, because the limiter said no. */
export const isTurnRefused = (error: unknown): boolean =>
  typeof error === "object" && error !== null && refused.has(error);
