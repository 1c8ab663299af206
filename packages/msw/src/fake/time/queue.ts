/** Something that happens at a moment. */
export interface Job {
  readonly time: number;
  readonly run: () => void;
  /** Belongs to the user of the fake (a timer of the client, an answer held back), not to the service itself. */
  readonly outside: boolean;
}

/** Jobs in order of time; those of one moment in the order of their arrival. */
export class JobQueue {
  #jobs: Job[] = [];

  get head(): Job | undefined {
    return this.#jobs[0];
  }

  get hasOutside(): boolean {
    return this.#jobs.some((job) => job.outside);
  }

  add(job: Job): void {
    let low = 0;
    let high = this.#jobs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#jobs[middle]?.time ?? Infinity) <= job.time) low = middle + 1;
      else high = middle;
    }
    this.#jobs.splice(low, 0, job);
  }

  remove(job: Job): void {
    const index = this.#jobs.indexOf(job);
    if (index >= 0) this.#jobs.splice(index, 1);
  }

  takeDue(time: number): Job | null {
    const head = this.#jobs[0];
    if (!head || head.time > time) return null;
    this.#jobs.shift();
    return head;
  }

  clear(): void {
    this.#jobs = [];
  }
}
