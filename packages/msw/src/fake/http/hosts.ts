import type { OverridesByName } from "../runtime/overrides.ts";

/** Which hosts cannot be reached, and how that looks. */
export type Hosts = OverridesByName<"refused" | "dns" | "hang">;

/** What fetch rejects with when there is no connection, as Node words it. */
export function networkError(host: string, trouble: "refused" | "dns"): TypeError {
  const [code, message] =
    trouble === "dns"
      ? ["ENOTFOUND", `getaddrinfo ENOTFOUND ${host}`]
      : ["ECONNREFUSED", `connect ECONNREFUSED ${host}`];
  return new TypeError("fetch failed", { cause: Object.assign(new Error(message), { code }) });
}
