/** Values of which the newest counts. Each can be taken back without touching the others. */
export class Overrides<Value> {
  #overrides: { readonly value: Value }[] = [];

  add(value: Value): () => void {
    const override = { value };
    this.#overrides.push(override);
    return () => {
      this.#overrides = this.#overrides.filter((one) => one !== override);
    };
  }

  /** The oldest first. */
  get all(): readonly Value[] {
    return this.#overrides.map(({ value }) => value);
  }

  get top(): Value | undefined {
    return this.#overrides.at(-1)?.value;
  }

  get isEmpty(): boolean {
    return this.#overrides.length === 0;
  }

  clear(): void {
    this.#overrides = [];
  }
}

/** Overrides by name. */
export class OverridesByName<Value> {
  #overrides = new Map<string, Overrides<Value>>();

  add(name: string, value: Value): () => void {
    const overrides = this.#overrides.get(name) ?? new Overrides<Value>();
    this.#overrides.set(name, overrides);
    return overrides.add(value);
  }

  top(name: string): Value | undefined {
    return this.#overrides.get(name)?.top;
  }

  clear(name?: string): void {
    if (name === undefined) this.#overrides.clear();
    else this.#overrides.delete(name);
  }
}
