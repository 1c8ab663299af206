import type { FakeStorage } from "./storage.ts";

/** Options of `createFakeAgora`. */
export interface FakeAgoraOptions {
  /** Default: 0123456789abcdef0123456789abcdef */
  appId?: string | undefined;
  /** Default: `fake-customer-id`. */
  customerId?: string | undefined;
  /** Default: `fake-customer-secret`. */
  customerSecret?: string | undefined;
  /** Accepted values of `agora token="…"`; not given: any that is not empty. */
  restTokens?: readonly string[] | undefined;
  /** Ids (resourceId, sid, request ids) follow from it. A function is asked first and at each reset. Default: 1 */
  seed?: Seed | (() => Seed) | undefined;
  /**
   * Follows this clock (Unix ms) instead of standing still. Timers and notifications then use the global
   * `setTimeout`, so that fake timers of a test runner can drive both.
   */
  now?: (() => number) | undefined;
  /**
   * Lets the clock run this many times as fast as real time (or as `now`). Not given or 0, and no `now`: the clock is
   * manual, it only moves by `advance`.
   */
  speed?: number | undefined;
  /** What the clock shows first. Default: 2026-01-01T00:00:00Z on a manual clock, the present on a running one. */
  startAt?: number | undefined;
  /**
   * A request that is no operation is a mistake of the test: fetch rejects, and an uncaught error names the nearest route,
   * so that the test fails whatever the app makes of the answer. A function gets the error instead. Default: false, the
   * answer is that of a gateway
   */
  strict?: boolean | ((error: Error) => void) | undefined;
  /**
   * Follows the fake timers of the test runner, which are then what moves time; the same as `now: () => Date.now()`, but
   * `advance` refuses to take part.
   */
  timers?: boolean | undefined;
  /** Requests in any second. Default: 10 */
  rateLimit?: number | false | undefined;
  /** Where recorded files go. Not given: nowhere, there are only their names. */
  storage?: FakeStorage | undefined;
  /** Recordings at the same time, default 50 and 200, and transcription agents, default any number. */
  maxConcurrent?: { rtc?: number; web?: number; agents?: number } | undefined;
  /**
   * What refuses an unknown or disabled App ID: the gateway on every call (`appid is invalid`, default), or the service
   * on acquire (`invalid_appid`).
   */
  appIdRefusal?: "gateway" | "service" | undefined;
  /** The project has an App Certificate: a recorder without a token never gets into the channel. Default: false */
  appCertificate?: boolean | undefined;
  /** `older` uses the numbers of older documentation: 62, 1013 on acquire, 1028 for a layout, 501 on query. */
  codes?: "current" | "older" | undefined;
  /** Whether 201 with code 7 names the sid of the first start; no documentation says so. Default: false */
  repeatedStartNamesSid?: boolean | undefined;
  /** Whose limits flat bodies of the builder-token family meet; their URLs are the same. Default: v6 */
  sttLimits?: "v5" | "v6" | undefined;
  /** The builder-token family is switched off and answers with this status. Default: none */
  sttEndOfLife?: "none" | 410 | 404 | undefined;
  /** A second start with one builder token: 409 with the task ID in the text (default), a bare 201, or code 49. */
  sttRepeatedStart?: "message" | 201 | 49 | undefined;
  /** How query of the builder-token family answers while nobody in the channel sends anything. Default: 206 */
  sttSilentQuery?: 206 | 200 | undefined;
  /** Whether the 409 of a name that is running carries the `agent_id`. Default: false */
  sttConflictNamesAgent?: boolean | undefined;
  /** Whether get of v7 tells the name of the agent, which was seen and is not documented. Default: it does not. */
  sttGetTellsName?: boolean | undefined;
  /** Release of v7: captions have sentence IDs from 7.2, lists of pieces and other idle times from 7.2.3 (default). */
  sttRelease?: SttRelease | undefined;
}

export type Seed = number | string;

/** A release of Real-Time STT v7, which decides how captions look. */
export type SttRelease = "7.0" | "7.2" | "7.2.3";
