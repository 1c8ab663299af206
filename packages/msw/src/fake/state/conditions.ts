import { mergeDelivery, type DeliveryOptions } from "./delivery.ts";
import { Overrides, OverridesByName } from "../runtime/overrides.ts";

/** The values that the other side refuses; null refuses nothing. */
export type Refusal = string | readonly string[] | ((value: string) => boolean) | null;

/** `stranded`, which the service says in mode `raw`: the files wait on the recording server, and are uploaded after all. */
export type UploadOutcome = "uploaded" | "backuped" | "stranded" | "unknown";

/** Which tokens and keys of the storage are refused after a start was accepted. */
export interface Refused {
  /** RTC tokens. */
  token?: Refusal;
  /** Access keys of the storage. */
  accessKey?: Refusal;
  /** Secret keys of the storage. */
  secretKey?: Refusal;
}

export interface Upload {
  ms?: number | undefined;
  outcome?: UploadOutcome;
  hold?: boolean;
}

/** The state of the outside world, as tests set it. */
export class Conditions {
  /** What keeps the service from being enabled for the App ID. */
  readonly disabling = new Overrides<true>();
  /** What suspends the account: the service is enabled, but acquire refuses. */
  readonly suspending = new Overrides<true>();
  readonly refusing = new Overrides<Refused>();
  readonly uploading = new Overrides<Upload>();
  /** CDN addresses that cannot be reached. */
  readonly deadCdns = new OverridesByName<true>();
  /** How notifications travel, where a listener does not say otherwise. */
  readonly delivering = new Overrides<DeliveryOptions>();
  readonly #hold: boolean;

  constructor(hold: boolean) {
    this.#hold = hold;
  }

  get enabled(): boolean {
    return this.disabling.isEmpty;
  }

  get suspended(): boolean {
    return !this.suspending.isEmpty;
  }

  get refused(): Required<Refused> {
    return Object.assign({ token: null, accessKey: null, secretKey: null }, ...this.refusing.all);
  }

  get upload(): { readonly ms: number; readonly outcome: UploadOutcome; readonly hold: boolean } {
    const said = this.uploading.all.map(withoutGaps);
    return Object.assign({ ms: 0, outcome: "uploaded", hold: this.#hold }, ...said);
  }

  get delivery(): DeliveryOptions {
    return mergeDelivery(this.delivering.all);
  }
}

const withoutGaps = (upload: Upload): object =>
  Object.fromEntries(Object.entries(upload).filter(([, value]) => value !== undefined));

export function isRefused(refusal: Refusal, value: string): boolean {
  if (refusal === null) return false;
  if (typeof refusal === "string") return refusal === value;
  return typeof refusal === "function" ? refusal(value) : refusal.includes(value);
}
