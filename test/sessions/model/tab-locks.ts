import type { SessionLocks } from "@agora-edge/core";
import type { Page } from "./page.ts";

interface Place {
  readonly page: Page;
  readonly granted: () => Promise<void>;
  readonly done: () => void;
}

/** `navigator.locks` of one origin: one holder at a time, and the locks of a page that dies go on to the next. */
export class TabLocks {
  #line: Place[] = [];

  of(page: () => Page): SessionLocks {
    return {
      request: (_, { signal }, granted) =>
        new Promise<void>((resolve, reject) => {
          const place: Place = { page: page(), granted, done: resolve };
          this.#line.push(place);
          signal.addEventListener("abort", () => {
            if (this.#line[0] === place || !this.#line.includes(place)) return;
            this.#line = this.#line.filter((one) => one !== place);
            reject(signal.reason);
          });
          if (this.#line[0] === place) this.#grant();
        }),
    };
  }

  died(page: Page): void {
    const held = this.#line[0]?.page === page;
    this.#line = this.#line.filter((place) => place.page !== page);
    if (held) this.#grant();
  }

  #grant(): void {
    const first = this.#line[0];
    if (!first) return;
    void first.granted().then(() => {
      if (this.#line[0] !== first) return;
      this.#line.shift();
      first.done();
      this.#grant();
    });
  }
}
