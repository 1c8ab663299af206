import type { DeliveryOptions } from "./delivery/options.ts";

/** Which values the other side refuses; null refuses none. */
export type Refusal = string | readonly string[] | ((value: string) => boolean) | null;

export type UploadOutcome = "uploaded" | "backuped" | "unknown";

/** The state of the outside world, as tests set it. */
export interface Conditions {
  /** Whether the service is enabled for the App ID. */
  enabled: boolean;
  /** A suspended account: the service is enabled, but acquire refuses. */
  suspended: boolean;
  refused: { token: Refusal; accessKey: Refusal; secretKey: Refusal };
  upload: { ms: number; outcome: UploadOutcome; hold: boolean };
  /** CDN addresses that cannot be reached. */
  readonly deadCdns: Set<string>;
  /** How notifications travel, where a listener does not say otherwise. */
  delivery: DeliveryOptions;
}

export const freshConditions = (hold: boolean): Conditions => ({
  enabled: true,
  suspended: false,
  refused: { token: null, accessKey: null, secretKey: null },
  upload: { ms: 0, outcome: "uploaded", hold },
  deadCdns: new Set(),
  delivery: {},
});

export function isRefused(refusal: Refusal, value: string): boolean {
  if (refusal === null) return false;
  if (typeof refusal === "string") return refusal === value;
  return typeof refusal === "function" ? refusal(value) : refusal.includes(value);
}
