/** The time between two resets. What began before one must not reach into what comes after it. */
export class Era {
  #number = 0;
  #endings = new Set<() => void>();

  /** To be compared later. */
  get current(): number {
    return this.#number;
  }

  /** Calls that once when the era ends; what is returned gives notice. */
  onEnd(run: () => void): () => void {
    this.#endings.add(run);
    return () => this.#endings.delete(run);
  }

  end(): void {
    this.#number += 1;
    const endings = [...this.#endings];
    this.#endings.clear();
    for (const run of endings) run();
  }
}
