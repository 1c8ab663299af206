/** Writes proto3, as much of it as caption messages need. Defaults (0, false, "") are left out, as the format wants. */
export class ProtoWriter {
  #bytes: number[] = [];

  /** int32, int64 and enums that are not negative, up to 2^53. */
  int(field: number, value: number): this {
    if (value === 0) return this;
    this.#varint(field * 8);
    this.#varint(value);
    return this;
  }

  bool(field: number, value: boolean): this {
    return this.int(field, value ? 1 : 0);
  }

  double(field: number, value: number): this {
    if (value === 0) return this;
    this.#varint(field * 8 + 1);
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value, true);
    this.#bytes.push(...new Uint8Array(view.buffer));
    return this;
  }

  text(field: number, value: string): this {
    return value === "" ? this : this.#block(field, new TextEncoder().encode(value));
  }

  /** Entries of a repeated field: empty ones count too. */
  texts(field: number, values: readonly string[]): this {
    for (const value of values) this.#block(field, new TextEncoder().encode(value));
    return this;
  }

  messages<Entry>(
    field: number,
    entries: readonly Entry[],
    write: (writer: ProtoWriter, entry: Entry) => unknown,
  ): this {
    for (const entry of entries) {
      const inner = new ProtoWriter();
      write(inner, entry);
      this.#block(field, inner.finish());
    }
    return this;
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  #block(field: number, bytes: Uint8Array): this {
    this.#varint(field * 8 + 2);
    this.#varint(bytes.length);
    for (const byte of bytes) this.#bytes.push(byte);
    return this;
  }

  /** By division, because the operators on bits stop at 32 of them. */
  #varint(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.#bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.#bytes.push(rest);
  }
}
