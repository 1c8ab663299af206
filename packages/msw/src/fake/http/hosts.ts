type Trouble = "refused" | "dns" | "hang";

/** Which hosts cannot be reached. */
export class Hosts {
  #troubles = new Map<string, Trouble>();

  get(host: string): Trouble | null {
    return this.#troubles.get(host) ?? null;
  }

  set(host: string, trouble: Trouble | null): void {
    if (trouble) this.#troubles.set(host, trouble);
    else this.#troubles.delete(host);
  }

  clear(): void {
    this.#troubles.clear();
  }
}

/** What fetch rejects with when there is no connection, as Node words it. */
export function networkError(host: string, trouble: "refused" | "dns"): TypeError {
  const [code, message] =
    trouble === "dns"
      ? ["ENOTFOUND", `getaddrinfo ENOTFOUND ${host}`]
      : ["ECONNREFUSED", `connect ECONNREFUSED ${host}`];
  return new TypeError("fetch failed", { cause: Object.assign(new Error(message), { code }) });
}
