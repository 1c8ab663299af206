/** A clock that only moves when it is told to, for simulated hours. Counts its timers. */
export function createManualClock(start = 1_750_000_000_000) {
  let now = start;
  let next = 1;
  const timers = new Map();
  return {
    now: () => now,
    setTimeout(run, ms) {
      const id = next++;
      timers.set(id, { at: now + Math.max(0, ms), run });
      return id;
    },
    clearTimeout: (id) => void timers.delete(id),
    get timers() {
      return timers.size;
    },
    /** Moves on, timer after timer, and lets what they start come to its end. `seen` is called after each. */
    async advance(ms, seen = () => {}) {
      const end = now + ms;
      for (;;) {
        let first;
        for (const [id, timer] of timers) if (!first || timer.at < first.timer.at) first = { id, timer };
        if (!first || first.timer.at > end) break;
        timers.delete(first.id);
        now = Math.max(now, first.timer.at);
        first.timer.run();
        await new Promise((resolve) => setImmediate(resolve));
        seen();
      }
      now = end;
    },
  };
}
