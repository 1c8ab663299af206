import { get } from "../validation/get.ts";
import { unlessEnded, type CallSteps } from "../pipeline/state.ts";
import type { UpdateCall, UpdateGap } from "./update-gap.ts";
import { deriveUpdateMask } from "./update-mask.ts";

/** The parameters of an update. The commas of the mask stay, as documented. */
const queryOf = (sequenceId: number, mask: string): string =>
  `sequenceId=${sequenceId}&updateMask=${encodeURIComponent(mask).replaceAll("%2C", ",")}`;

/** Lets each attempt of an update wait until the service takes one, and numbers it. */
export function spaceUpdates(updates: UpdateGap): CallSteps {
  const call: UpdateCall = {};
  let mask = "";
  return {
    call(state, next) {
      // Now, as the body: callers may change their object during the wait.
      mask = deriveUpdateMask(state.call.body ?? {});
      return next();
    },
    async request(attempt, next) {
      const { state } = attempt;
      const { handle } = state.call;
      const id = String(get(handle, "agentId") ?? get(handle, "taskId"));
      const startedAt = get(handle, "startedAt");
      const begin = state.clock.now();
      const isMine = await unlessEnded(attempt, updates.wait(id, call, startedAt, state.waiting));
      // A later call has changed it meanwhile: the failure of the attempt before is that of the call.
      if (!isMine && state.failure) throw state.failure;
      // The service asks for this wait: it does not count towards the time of the call.
      state.deadline += state.clock.now() - begin;
      // A repeat needs a greater number: the lost attempt may have used up its own.
      const query = queryOf(updates.nextSequence(), mask);
      attempt.url += (attempt.url.includes("?") ? "&" : "?") + query;
      return next();
    },
  };
}
