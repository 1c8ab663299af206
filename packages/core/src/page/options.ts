import type { AgoraOperation } from "../errors/operations.ts";
import type { Clock } from "../runtime/clock.ts";
import type { CredentialsMode, FetchLike, HeadersLike } from "../runtime/fetch-types.ts";

/** Checks a call before it is sent: `validate` of `@agora-edge/core/page/dev`. */
export type PageValidator = (call: {
  readonly appId: string;
  readonly operation: AgoraOperation;
  /** What the method was called with, without its options. */
  readonly args: readonly unknown[];
}) => Promise<void>;

/** Options of a client for pages. */
export interface PageClientOptions {
  /** The App ID of the project. No secret. */
  appId: string;
  /** Where `createAgoraHandler` stands on your server: `/api/agora`, or with its origin. */
  baseUrl: string;
  /** Headers of your own for every request, such as those of a login; a function is asked once per request. */
  headers?: HeadersLike | (() => HeadersLike | Promise<HeadersLike>) | undefined;
  /** Passed to `fetch`: `"include"` for a proxy of another origin that reads cookies. */
  credentials?: CredentialsMode | undefined;
  /** Default: the global `fetch`, looked up at every request. */
  fetch?: FetchLike | undefined;
  /** The language of errors, as a BCP 47 tag (`zh-CN`); English and Chinese are there. Default: that of the browser. */
  locale?: string | undefined;
  /** Milliseconds for one attempt. Default 65,000: the proxy repeats for up to a minute before it answers. */
  timeout?: number | undefined;
  /** Development only: checks requests before they are sent. Without it only the proxy checks. */
  validate?: PageValidator | undefined;
  /** Default: the platform's. */
  clock?: Clock | undefined;
  /** 0 to below 1, for the jitter of repeats. Default `Math.random`. */
  random?: (() => number) | undefined;
}
