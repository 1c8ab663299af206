import type { AgoraOperation } from "../errors/operations.ts";
import type { CallOptions } from "../pipeline/call.ts";
import type { Absent } from "../validation/absent.ts";

/** One call of a page, ready to be sent to its proxy. */
export interface PageCall {
  readonly operation: AgoraOperation;
  /** What the method was called with, without its options. */
  readonly args: readonly unknown[];
  /** Default `POST`. */
  readonly method?: "GET" | "PATCH" | "DELETE";
  /** Below `baseUrl`; ids are encoded. */
  readonly path: string;
  readonly body?: object | undefined;
  /** What the call is about; goes into its errors. */
  readonly handle?: object | undefined;
  /** The proxy's proof that this page may touch it. */
  readonly grant?: string | Absent;
  /** Milliseconds before each repeat after a lost connection. */
  readonly delays?: readonly number[];
}

/** Sends a call; resolves with the result as the proxy gives it, which is that of the client on the server. */
export type SendCall = <Result>(call: PageCall, options?: CallOptions) => Promise<Result>;

/** Whether it can matter afterwards that a call worked: it does not where it only reads, or gets what expires unused. */
export const hasOutcome = ({ method, operation }: PageCall): boolean =>
  method !== "GET" && !operation.endsWith(".acquire");
