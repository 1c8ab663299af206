import type { AgoraOperation } from "@agora-edge/core";
import type { Scenario } from "../fake/fake-agora.ts";
import { failing } from "./steps.ts";

export interface RequestOptions {
  /** Default: all. */
  operation?: AgoraOperation | "*";
  /** How many requests are hit. Default: as said of each; those without a number go on until they are taken back. */
  times?: number;
}

/** On the way to the service, or before it. */
export const serviceScenarios = {
  /** More than ten requests a second: 429, until taken back. `retryAfter`: seconds, sent along. */
  quotaExceeded: ({ operation = "*", times = Infinity, retryAfter }: RequestOptions & { retryAfter?: number } = {}) =>
    failing([operation], {
      kind: "rate-limited",
      times,
      ...(retryAfter === undefined ? {} : { headers: { "Retry-After": String(retryAfter) } }),
    }),

  /** So many recordings or agents run that no other may begin: 400 with the code 406 on acquire, 422 on join, until taken back. */
  concurrencyLimit:
    ({ times = Infinity }: { times?: number } = {}): Scenario =>
    (fake) => {
      const recordings = fake.fail("recording.acquire", { kind: "concurrency-limit", times });
      const agents = fake.fail("sttAgents.join", { kind: "v7-error", times });
      return () => [recordings, agents].forEach((fault) => fault.cancel());
    },

  /** A gateway answers with a page of HTML, once. */
  badGateway: ({ operation = "*", times = 1 }: RequestOptions = {}): Scenario =>
    failing([operation], { kind: "non-json-response", times }),

  /** An answer of 502 without a body, once. */
  emptyAnswer: ({ operation = "*", times = 1 }: RequestOptions = {}): Scenario =>
    failing([operation], { status: 502, body: "", times }),

  /** No connection to anywhere, until taken back. */
  offline: ({ operation = "*", times = Infinity }: RequestOptions = {}): Scenario =>
    failing([operation], { network: true, times }),

  /** Connections are taken, answers never come, until taken back. */
  noAnswer: ({ operation = "*", times = Infinity }: RequestOptions = {}): Scenario =>
    failing([operation], { hang: true, times }),

  /** Every answer takes so long, on the fake's clock, until taken back. */
  slowAnswers: ({ operation = "*", times = Infinity, seconds = 5 }: RequestOptions & { seconds?: number } = {}) =>
    failing([operation], { delay: seconds * 1000, times }),

  /** One of Agora's hosts cannot be reached, until taken back; a client with an area moves on to the next. */
  hostDown:
    ({ host }: { host: string }): Scenario =>
    (fake) =>
      fake.host(host).down(),

  /** Cloud Recording or Real-Time STT is not enabled for the App ID, until taken back. */
  notEnabled: (): Scenario => (fake) => fake.disable(),

  /** The account is not active: what would begin something is refused, until taken back. */
  accountSuspended: (): Scenario => (fake) => fake.suspend(),

  /** The Customer ID or Secret is wrong: 401, until taken back. */
  wrongCredentials: (): Scenario => failing(["*"], { kind: "invalid-credentials", times: Infinity }),

  /** Nobody is signed in, says the app's own proxy, until taken back. */
  signedOut: ({ operation = "*", times = Infinity }: RequestOptions = {}): Scenario =>
    failing([operation], { kind: "proxy-unauthenticated", times }),

  /** The user may not do that, says the app's own proxy, until taken back. */
  forbidden: ({ operation = "*", times = Infinity }: RequestOptions = {}): Scenario =>
    failing([operation], { kind: "proxy-forbidden", times }),
};
