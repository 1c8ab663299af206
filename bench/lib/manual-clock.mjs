const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A clock that only moves when it is told to, for simulated hours. Counts its timers. */
export function createManualClock(start = 1_750_000_000_000) {
  let now = start;
  let next = 1;
  // A heap by time, then by age: ten thousand timers must cost this clock nothing worth measuring.
  const heap = [];
  const live = new Map();
  const isBefore = (a, b) => a.at < b.at || (a.at === b.at && a.id < b.id);

  function push(timer) {
    let index = heap.push(timer) - 1;
    for (; index > 0;) {
      const parent = (index - 1) >> 1;
      if (!isBefore(timer, heap[parent])) break;
      heap[index] = heap[parent];
      index = parent;
    }
    heap[index] = timer;
  }

  function pop() {
    const [first] = heap;
    const last = heap.pop();
    if (heap.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child++;
      if (!isBefore(heap[child], last)) break;
      heap[index] = heap[child];
      index = child;
    }
    heap[index] = last;
    return first;
  }

  /** The first timer that is still wanted, taken out; nothing when none is due by `end`. */
  function takeDue(end) {
    while (heap.length > 0 && heap[0].at <= end) {
      const timer = pop();
      if (live.delete(timer.id)) return timer;
    }
    return undefined;
  }

  function add(run, ms, every) {
    const timer = { id: next++, at: now + Math.max(0, ms), run, every };
    live.set(timer.id, timer);
    push(timer);
    return timer.id;
  }

  return {
    now: () => now,
    setTimeout: (run, ms) => add(run, ms),
    clearTimeout: (id) => void live.delete(id),
    setInterval: (run, ms) => add(run, ms, ms),
    clearInterval: (id) => void live.delete(id),
    get timers() {
      return live.size;
    },
    /** Moves on, timer after timer, and lets what they start come to its end. `seen` is called after each. */
    async advance(ms, seen = () => {}) {
      const end = now + ms;
      // What was begun before may set its timers a few turns later.
      let patience = 10;
      for (;;) {
        const timer = takeDue(end);
        if (!timer) {
          if (patience-- === 0) break;
          await turn();
          continue;
        }
        patience = 10;
        now = Math.max(now, timer.at);
        if (timer.every !== undefined) {
          timer.at = now + timer.every;
          live.set(timer.id, timer);
          push(timer);
        }
        timer.run();
        await turn();
        seen();
      }
      now = end;
    },
  };
}
