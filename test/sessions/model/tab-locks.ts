import type { SessionLocks } from "@agora-edge/core";

interface Place {
  readonly page: object;
  readonly granted: () => Promise<void>;
  readonly done: () => void;
}

/** `navigator.locks` of one origin: one holder of a name at a time, and the locks of a page that dies go on to the next. */
export class TabLocks {
  readonly #lines = new Map<string, Place[]>();

  of(page: object): SessionLocks {
    return {
      request: (name, { signal }, granted) =>
        new Promise<void>((resolve, reject) => {
          const place: Place = { page, granted, done: resolve };
          const line = this.#lines.get(name) ?? [];
          this.#lines.set(name, line);
          line.push(place);
          signal.addEventListener("abort", () => {
            if (line[0] === place || !line.includes(place)) return;
            line.splice(line.indexOf(place), 1);
            reject(signal.reason);
          });
          if (line[0] === place) this.#grant(line);
        }),
    };
  }

  died(page: object): void {
    for (const line of this.#lines.values()) {
      const isHeld = line[0]?.page === page;
      line.splice(0, line.length, ...line.filter((place) => place.page !== page));
      if (isHeld) this.#grant(line);
    }
  }

  #grant(line: Place[]): void {
    const [first] = line;
    if (!first) return;
    void first.granted().then(() => {
      if (line[0] !== first) return;
      line.shift();
      first.done();
      this.#grant(line);
    });
  }
}
