import type { ClientRequest } from "./client-request.ts";
import type { Absent } from "../../validation/absent.ts";

/** Asks for the resources of one recording. Agora docs: acquire */
export interface AcquireRequest {
  /**
   * The channel: up to 64 characters of `a-z A-Z 0-9`, space and ``!#$%&()+-:;<=.>?@[]^_{}|~,``. For a web page a label of
   * up to 1024 bytes.
   */
  cname: string;
  /** The recorder's own uid, an integer from 1 to 4294967295 that nobody in the channel has. */
  uid: string;
  /** Default `{}`. */
  clientRequest?: AcquireClientRequest | Absent;
}

/** Agora docs: acquire, clientRequest */
export interface AcquireClientRequest {
  /** 0 for a channel (default), 1 for a web page; without effect in mode `raw`. 2 is no longer in the documentation. */
  scene?: 0 | 1 | 2 | Absent;
  /** Hours during which the recording can be controlled: 1 to 720, default 72, counted from its start. */
  resourceExpiredHour?: number | Absent;
  /** Resource IDs of recordings that must not run near this one. */
  excludeResourceIds?: readonly string[] | Absent;
  /**
   * Record on servers of that region only; the storage must lie there too. `CN` mainland China, `AP` the rest of Asia,
   * `EU` Europe, `NA` North America. Default: near the caller.
   */
  region?: "CN" | "AP" | "EU" | "NA" | (string & {}) | Absent;
  /**
   * 0 nearest (default), 1 China, 2 Southeast Asia, 3 Europe, 4 North America. Sent by other clients, absent from the
   * English documentation; do not give it together with `region`.
   */
  regionAffinity?: 0 | 1 | 2 | 3 | 4 | (number & {}) | Absent;
  /**
   * The coming start's `clientRequest`, so that fitting servers are chosen. Start must then have exactly the same; what is
   * wrong with it shows only there.
   */
  startParameter?: ClientRequest | Absent;
}
