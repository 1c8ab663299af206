import type { AnyClient } from "../../client/service-client.ts";
import type { RecordingHandle } from "../../recording/types/handle.ts";
import type { SttAgentHandle, SttTaskHandle } from "../../stt/types/handle.ts";
import type { SttListFilter } from "../../stt/types/list.ts";
import type { AllowedOrigins } from "../http/origins.ts";
import type { OnError } from "../http/report.ts";
import type { StorageConfig } from "../../storage/storage-config.ts";
import type { NotificationDedupe } from "../webhooks/dedupe.ts";
import type { BodyOperation, ProxyOperation } from "./operations.ts";
import type { OfferedOperation } from "./offer.ts";

type Awaitable<Value> = Value | Promise<Value>;
type Json = Record<string, unknown>;

/** Who is calling, as the app knows its users. Add what your `prepare` hooks need: plan, tenant, folder. */
export interface AgoraIdentity {
  /** What the app calls this user, for ever. Grants are for one subject. Not empty. */
  subject: string;
  /**
   * What the user may list (`sttAgents.list`): a filter with a channel, within which a page can narrow further. Without it
   * listing is refused, because it shows the agents of everybody.
   */
  list?: SttListFilter | undefined;
  /**
   * Of `sttAgents.join`: the name in `body` can only be this user's, because your app makes names of its users, or keeps a list of
   * them. Where an agent of the name runs already, the answer then has its grant, so that a page whose first answer was
   * lost goes on with it. Without it a name that is taken proves nothing.
   */
  ownsName?: boolean | undefined;
}

/** What a request is about, as far as its operation has it. */
export interface ProxyCall {
  readonly operation: ProxyOperation;
  /** The channel. Of something that was acquired or started: as the grant has it. */
  readonly cname: string | undefined;
  /** The uid of the recorder or bot. Of something that was acquired or started: as the grant has it. */
  readonly uid: string | undefined;
  /** Of a recording, from its address. `authorize` sees what was sent, which can be any text. */
  readonly mode: string | undefined;
  /** The IDs in the address, on all operations but `acquire`, `join` and `list`. */
  readonly handle: Readonly<Record<string, string>> | undefined;
  /** With the documented fields only; empty where the operation has no body. */
  readonly body: Readonly<Json>;
}

/** The body that a `prepare` hook gets. Its parts are objects, its values are not yet checked. */
type PreparedBody<Operation extends BodyOperation> = Operation extends `recording.${string}`
  ? { cname: string; uid: string; clientRequest: Json }
  : Operation extends `${string}.${"start" | "join"}`
    ? Json & { rtcConfig?: Json; captionConfig?: Json }
    : Json;

/** The bodies that `prepare` hooks get. */
export type PreparedBodies = { [Operation in BodyOperation]: PreparedBody<Operation> };

/** What a `prepare` hook is told. */
export interface PrepareCall<Identity, Operation extends BodyOperation> extends ProxyCall {
  readonly operation: Operation;
  readonly body: PreparedBodies[Operation];
  /** What `authorize` returned. */
  readonly identity: Identity;
  /** The page's request. Its body has been read already. */
  readonly request: Request;
}

/**
 * Makes the body that is sent to Agora from the one that the page sent: the place for storage keys, tokens, and the
 * recorder's uid. Returns the whole body; a Response, returned or thrown, is the answer instead. An AgoraValidationError
 * of kind `invalid-request`, such as `buildRtcToken` throws for a channel that cannot be, is answered with 400.
 */
export type PrepareHooks<Identity> = {
  readonly [Operation in BodyOperation]?: (call: PrepareCall<Identity, Operation>) => Awaitable<object>;
};

/** Which other origins may call the proxy. Without it, only pages of its own origin. */
export interface CorsOptions {
  /** Origins as browsers send them (`https://app.example`), `"*"`, or a function that decides. */
  origin: AllowedOrigins;
  /** Lets pages send cookies. Not with `"*"`. Default false. */
  credentials?: boolean | undefined;
  /** Headers of your own that pages send, besides those that this SDK sends. */
  headers?: readonly string[] | undefined;
  /** Seconds for which browsers remember a preflight. Default 600. */
  maxAge?: number | undefined;
}

/** What tries a storage: `checkStorage` of `@agora-edge/core/files`. */
export type StorageTrial = (
  storageConfig: StorageConfig,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly error: unknown }>;

/** How the proxy tries the storage of recordings. */
export interface StorageCheckOptions {
  /** `checkStorage`, with options of your own if it needs any. */
  check: StorageTrial;
  /**
   * Remembers what was tried. Default: within this process. With a store that all instances share it is once per deployment;
   * it gets no keys.
   */
  dedupe?: Pick<NotificationDedupe, "add" | "delete"> | undefined;
}

/** Options of `createAgoraHandler`. */
export interface AgoraHandlerOptions<Identity extends AgoraIdentity = AgoraIdentity> {
  /**
   * Made by `createAgoraClient` with `auth`, or by `createRecording`, `createSttAgents` or `createSttTasks`: then pages have the
   * operations of that service alone. All that is sent goes through it.
   */
  client: AnyClient;
  /** Where the handler stands in your server: `/api/agora`. The page's client has it as `baseUrl`. */
  basePath: string;
  /**
   * What pages may call: operations, or all of a service as `"recording.*"`. Name what your pages use: `authorize` does not
   * have to think of the rest then. Default: everything that the client has, as before there was this option.
   */
  operations?: readonly OfferedOperation[] | undefined;
  /**
   * Decides about every request: returns who is calling, or a Response as the refusal, which may be thrown,
   * as may an error with a `status` of 4xx. Anything else that it throws goes to `onError` and is answered with 500. The
   * body of `request` has been read: it is in `call`. Make a new Response each time: only the first visitor gets its body.
   */
  authorize: (request: Request, call: ProxyCall) => Awaitable<Identity | Response>;
  /** What is added here and never in a page. */
  prepare?: PrepareHooks<Identity> | undefined;
  /**
   * Secrets that sign grants: the present one, then older ones that are still accepted. Long and random, each of at least
   * 16 characters. Default: derived from the Customer Secret of `basicAuth`.
   */
  grantSecrets?: readonly string[] | undefined;
  /** How long grants are good for, in seconds. Default 2,592,000 (30 days, the longest life of a recording). */
  grantLifetime?: number | undefined;
  /**
   * Awaited before the answer of a start or join: store the handle, so that your server can stop what a page has
   * forgotten. It also comes when a repeated start finds what the first one started, so more than once for one ID; keep the entry of a
   * subject who has it already. A failure goes to `onError`, as does one that takes longer than `hookTimeout`; the page
   * gets its handle even so.
   */
  onHandle?: ((handle: RecordingHandle | SttTaskHandle | SttAgentHandle, subject: string) => unknown) | undefined;
  /** Lets pages say where files go. They then hold storage keys: for trusted tools only. Default false. */
  allowStorageConfig?: boolean | undefined;
  /**
   * Tries the storage of the first start: `{ check: checkStorage }`, of `@agora-edge/core/files`. A start with wrong keys succeeds, and
   * its recording ends by itself or goes to Agora's backup; so you hear of it first, by `onError`. Default: no.
   */
  storageCheck?: StorageCheckOptions | undefined;
  /** Which pages of other origins may call the proxy. Default: none. */
  cors?: CorsOptions | undefined;
  /** Bytes of a request's body at most. Default 65,536. */
  maxBodySize?: number | undefined;
  /** Milliseconds until the whole body of a request has come. Default 10,000. */
  bodyTimeout?: number | undefined;
  /**
   * Milliseconds for each of `authorize`, `prepare` and `onHandle`. The first two are then a refusal; the last goes on while
   * the page has its answer. Default 15,000.
   */
  hookTimeout?: number | undefined;
  /**
   * Calls of one subject that are under way at the same time, at most; up to 50 more wait, the rest are refused with 429. What
   * ends something (`stop`, `leave`) does not count among them: as many may end the same thing. Default 5: half of what an App
   * ID may send in a second.
   */
  callsPerSubject?: number | undefined;
  /** Told what the app's own functions throw. Default `console.error`. */
  onError?: OnError | undefined;
}
