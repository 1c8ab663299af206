import type { SessionStorage } from "@agora-edge/core";
import type { FakeAgora } from "@agora-edge/msw/fake";
import type { Page } from "./page.ts";

/** The storage of one origin. Pages come and go; what they wrote stays, unless they die before it is written. */
export class SlowStorage {
  readonly values = new Map<string, string>();
  /** How many of the next writes fail. */
  failing = 0;
  /** Pages that hear of what other pages write. */
  readonly #listeners = new Set<{ page: Page; listener: () => void }>();

  constructor(
    readonly fake: FakeAgora,
    /** Ms for one access; 0: synchronous, as Web Storage. */
    readonly delay: number,
  ) {}

  get text(): string {
    return [...this.values.values()].join("\n");
  }

  of(page: Page): SessionStorage {
    return {
      get: (key) => this.#access(page, () => this.values.get(key) ?? null),
      set: (key, value) =>
        this.#access(page, () => {
          if (this.failing > 0) {
            this.failing--;
            throw new Error("QuotaExceededError");
          }
          this.values.set(key, value);
          this.#tellOthers(page);
        }),
      remove: (key) =>
        this.#access(page, () => {
          this.values.delete(key);
          this.#tellOthers(page);
        }),
      subscribe: (_, listener) => {
        const own = { page, listener };
        this.#listeners.add(own);
        return () => this.#listeners.delete(own);
      },
    };
  }

  /** A little later, as a browser does. */
  #tellOthers(writer: Page): void {
    for (const { page, listener } of this.#listeners) {
      if (page !== writer) this.fake.clock.setTimeout(() => page.enter(listener), 5);
    }
  }

  #access<T>(page: Page, run: () => T): T | Promise<T> {
    if (this.delay === 0) return run();
    page.requests++;
    return new Promise((resolve, reject) => {
      this.fake.clock.setTimeout(() => {
        page.enter(() => {
          page.requests--;
          try {
            resolve(run());
          } catch (error) {
            reject(error);
          }
        });
      }, this.delay);
    });
  }
}
