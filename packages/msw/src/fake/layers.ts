/** Values laid over each other, of which each can be taken back without touching the others. */
export class Layers<Value> {
  #layers: { readonly value: Value }[] = [];

  lay(value: Value): () => void {
    const layer = { value };
    this.#layers.push(layer);
    return () => {
      this.#layers = this.#layers.filter((one) => one !== layer);
    };
  }

  /** The oldest first. */
  get all(): readonly Value[] {
    return this.#layers.map(({ value }) => value);
  }

  get top(): Value | undefined {
    return this.#layers.at(-1)?.value;
  }

  get isEmpty(): boolean {
    return this.#layers.length === 0;
  }

  clear(): void {
    this.#layers = [];
  }
}

/** Layers by name. */
export class LayersByName<Value> {
  #layers = new Map<string, Layers<Value>>();

  lay(name: string, value: Value): () => void {
    const layers = this.#layers.get(name) ?? new Layers<Value>();
    this.#layers.set(name, layers);
    return layers.lay(value);
  }

  top(name: string): Value | undefined {
    return this.#layers.get(name)?.top;
  }

  clear(name?: string): void {
    if (name === undefined) this.#layers.clear();
    else this.#layers.delete(name);
  }
}
