const tick = 100;

/** The Worker lives in your time. Further ahead, a service would find the tokens that it makes, for 24 hours, too old. */
const longestLead = 23 * 3_600_000;

/** Lets the clock of a fake, which goes by itself, go `speed` times as fast as yours. */
export function createPace(fake, first) {
  let speed = 1;
  let last = performance.now();

  const canSkip = (ms) => fake.now() + ms <= Date.now() + longestLead;

  /** What the clock has gone by itself since the last time is not added again. */
  function catchUp() {
    const now = performance.now();
    const ahead = Math.round((speed - 1) * (now - last));
    last = now;
    if (ahead === 0) return;
    if (canSkip(ahead)) fake.advance(ahead);
    else speed = 1;
  }

  function set(next) {
    if (!(next >= 1 && next <= 1000)) throw new RangeError('"speed" is a number from 1 to 1000.');
    catchUp();
    speed = next;
  }

  set(first);
  const timer = setInterval(catchUp, tick);
  return {
    set,
    /** What the page follows. */
    read() {
      catchUp();
      return { now: fake.now(), speed };
    },
    skip(ms) {
      if (!(ms >= 0)) throw new RangeError('"ms" is a number, 0 or more.');
      if (!canSkip(ms)) throw new RangeError("The clock may be at most 23 hours ahead of yours: reset it first.");
      fake.advance(ms);
    },
    stop: () => clearInterval(timer),
  };
}
