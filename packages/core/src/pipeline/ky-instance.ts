import type { CredentialsMode, FetchLike } from "../runtime/fetch-types.ts";

/** What an instance was made with, as far as the client reads it. */
export interface KyDefaults {
  readonly hooks?: { readonly afterResponse?: readonly unknown[] };
  readonly retry?: number | object;
  readonly prefix?: string | URL;
  readonly totalTimeout?: number | false;
  readonly fetch?: FetchLike;
}

/** What the client decides itself, whatever the instance says. */
export interface KyDecisions {
  prefix?: string;
  timeout: false;
  totalTimeout?: false;
  throwHttpErrors: false;
  retry: number | { limit?: number; methods: never[] };
  redirect: "manual";
}

export interface KyRequest {
  method: string;
  headers: Record<string, string>;
  fetch: FetchLike;
  body?: string;
  credentials?: CredentialsMode;
  keepalive?: boolean;
}

/**
 * What a client needs of an instance of ky 2. In place of ky's own type, which needs the types of a page: those of Workers and
 * of Deno are not enough for it.
 */
export interface KyLike {
  (url: string, options: KyRequest): Promise<Response>;
  readonly extend: (options: (defaults: KyDefaults) => KyDecisions) => KyLike;
  /** ky 1 has no such method. */
  readonly query: unknown;
}
