import fc from "fast-check";
import { decodeCaption } from "../decode.ts";
import { createCaptionStore } from "../store.ts";
import { vectors } from "./vectors.ts";

/** A vector that lost its end, or some of whose bits were flipped, or both. */
const damaged = fc
  .record({
    vector: fc.constantFrom(...vectors),
    keep: fc.option(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
    flips: fc.array(fc.nat({ max: 8 * 200 }), { maxLength: 8 }),
  })
  .filter(({ keep, flips }) => keep !== null || flips.length > 0)
  .map(({ vector, keep, flips }) => {
    const bytes = vector.slice(0, keep === null ? vector.length : Math.floor(keep * vector.length));
    for (const bit of flips) {
      const index = bit >> 3;
      const byte = bytes[index];
      if (byte !== undefined) bytes[index] = byte ^ (1 << (bit & 7));
    }
    return bytes;
  });

const payload = fc.oneof(
  { arbitrary: damaged, weight: 9 },
  { arbitrary: fc.uint8Array({ maxLength: 200 }), weight: 1 },
);

/**
 * Pushes `runs` damaged payloads into one store. A throw or a rejection is a failure, and so is a payload that is
 * neither decoded nor counted.
 */
export async function pushDamaged(runs: number): Promise<{ decoded: number; dropped: number }> {
  const store = createCaptionStore({ maxLines: 50 });
  let decoded = 0;
  let dropped = 0;
  await fc.assert(
    fc.asyncProperty(payload, async (bytes) => {
      const message = await decodeCaption(bytes);
      if (message) decoded++;
      else dropped++;
      store.push(bytes);
      await store.whenIdle();
      const snapshot = store.getSnapshot();
      return snapshot.dropped === dropped && snapshot.lines.length <= 50;
    }),
    // What fails, fails: a store that has seen other payloads would mislead the search for a smaller one.
    { numRuns: runs, endOnFailure: true },
  );
  return { decoded, dropped };
}
