const tick = 100;

/** Lets the clock of a fake, which goes by itself, go `speed` times as fast; below 1 is not possible. */
export function createPace(fake, first) {
  let speed = first;
  let last = performance.now();

  /** What the clock would have gone by itself since the last time is not added again. */
  function catchUp() {
    const now = performance.now();
    const elapsed = now - last;
    last = now;
    if (speed > 1) fake.advance(Math.round((speed - 1) * elapsed));
  }

  const timer = setInterval(catchUp, tick);
  return {
    /** What the page follows. */
    read: () => ({ now: fake.now(), speed }),
    set(next) {
      if (!(next >= 1 && next <= 1000)) throw new RangeError('"speed" is a number from 1 to 1000.');
      catchUp();
      speed = next;
    },
    skip(ms) {
      if (!(ms >= 0 && ms <= 7 * 86_400_000)) throw new RangeError('"ms" is a number from 0 to a week.');
      fake.advance(ms);
    },
    stop: () => clearInterval(timer),
  };
}
