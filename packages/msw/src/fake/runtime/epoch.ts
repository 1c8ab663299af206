/** The time between two resets. What began before one must not reach into what comes after it. */
export class Epoch {
  #number = 0;
  #endings = new Set<() => void>();

  /** To be compared later. */
  get current(): number {
    return this.#number;
  }

  /** Calls that once when the epoch ends. The returned function unsubscribes. */
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
