import type { Clock } from "../../runtime/clock.ts";
import { Refusal, visitorHasLeft } from "./refusal.ts";
import { scopeOf } from "./scope.ts";
import { createShare } from "./share.ts";
import type { Identified, ProxyStep } from "./steps.ts";

/** Lets a subject have some calls under way; more wait. Calls that end the same thing have places of their own. */
export function limitCalls(limit: number, clock: Clock): ProxyStep<Identified> {
  const share = createShare({ limit, clock });
  return async ({ request, route, call, identity }, next) => {
    // What runs costs money: to end it never waits for what its subject does otherwise. Not by the sid, which is anybody's
    // guess: a lease is good for any.
    const thing = route.operation.effect === "end" ? (scopeOf(call.handle ?? {})?.slice(0, 2) ?? []) : [];
    const leave = await share.enter(JSON.stringify([identity.subject, ...thing]), request.signal).catch(() => {
      throw new Refusal(400, visitorHasLeft);
    });
    if (!leave) throw new Refusal(429, "Too many calls of this user are under way.", { "retry-after": "1" });
    try {
      return await next();
    } finally {
      leave();
    }
  };
}
