/** Lets so many requests pass in any second; what is refused does not count. */
export function createThrottle(limit: number | false): { pass(now: number): boolean; clear(): void } {
  let passed: number[] = [];
  return {
    pass(now) {
      passed = passed.filter((time) => time > now - 1000);
      if (limit !== false && passed.length >= limit) return false;
      passed.push(now);
      return true;
    },
    clear() {
      passed = [];
    },
  };
}
