/** `now`: somebody waits for it. `soon`: it decides what is shown. `later`: it only looks whether all is well. */
export type Lane = "now" | "soon" | "later";

/** Of every ten slots: checks leave some to commands, and commands leave one to checks, so that neither starves. */
const isOpen: Record<Lane, (slot: number) => boolean> = {
  now: (slot) => slot % 10 !== 9,
  soon: (slot) => slot % 10 === 9 || slot % 10 < 7,
  later: (slot) => slot % 10 === 9 || slot % 10 < 5,
};

/** Requests may leave and travel by so many ms later than others, and still no second sees too many. */
export const tolerance = 250;

export interface Slots {
  /** Milliseconds until the turn of who asks; null when it would come later than `longest`. */
  take(now: number, lane: Lane, longest: number): number | null;
}

/**
 * Cuts time into slots of one request each. What is reserved is plain numbers: everybody waits by themselves, and who
 * asks first goes first within their lane.
 *
 * @param notBefore nobody knows what was sent before then
 */
export function createSlots(perSecond: number, notBefore: number): Slots {
  const length = (1000 + tolerance) / perSecond;
  const taken = new Set<number>();
  return {
    take(now, lane, longest) {
      const first = Math.ceil(Math.max(now, notBefore) / length);
      for (const slot of taken) if (slot < first) taken.delete(slot);
      let slot = first;
      while (taken.has(slot) || !isOpen[lane](slot)) slot += 1;
      const wait = slot * length - now;
      if (wait > longest) return null;
      taken.add(slot);
      return wait;
    },
  };
}
