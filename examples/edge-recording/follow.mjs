import { Deviation } from "./check.mjs";
import { fact } from "./print.mjs";

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export const seconds = (ms) => `${Math.round(ms / 1000)} s`;

/** What names a recording in the query string of a page's request. */
export const fieldsOf = ({ cname, uid, resourceId, sid, mode }) =>
  new URLSearchParams({ cname, uid, resourceId, sid, mode });

export const isRunning = ({ state }) => state === "ready" || state === "in-progress";

/** What the states of a recording mean. */
export const notes = {
  ready: "it records, nothing is uploaded yet",
  "in-progress": "it records, the first files are uploaded",
};

/**
 * Asks until it is so, and prints every state once, with the time that the service took to get there.
 * Returns the names of the states.
 */
export async function follow({ fake, ask, notes, until }) {
  const since = fake.now();
  const seen = [];
  for (let turn = 0; turn < 120; turn += 1) {
    const current = await ask();
    const { state } = current;
    if (state !== seen.at(-1)) {
      seen.push(state);
      fact(`after ${seconds(fake.now() - since).padStart(4)}`, `${state.padEnd(14)}${notes[state] ?? ""}`);
    }
    if (until(current)) return seen;
    await pause(200);
  }
  throw new Deviation(`It came no further than ${seen.join(", ")}.`);
}
