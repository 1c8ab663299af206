import { explainState, type ExplainStateOptions } from "./explain-state.ts";
import type { StateExplanation } from "../states/state-text.ts";

const bits = [2, 4, 8, 16];

/**
 * Says in words why the recorder left the channel. There can be several reasons at once.
 *
 * @param code `details.leaveCode` of event 41, whose bits are one reason each; 0 is a reason of its own
 * @returns one explanation for each bit that the documents know, so none if there is no such bit
 */
export function explainLeave(code: number, options: ExplainStateOptions = {}): StateExplanation[] {
  const reasons = code === 0 ? [0] : bits.filter((bit) => (code & bit) !== 0);
  return reasons.flatMap((reason) => explainState("recording.leave", reason, options) ?? []);
}
