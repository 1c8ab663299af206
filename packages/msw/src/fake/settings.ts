import type { FakeAgoraOptions } from "./options.ts";

/** The options with their defaults. */
export interface Settings {
  readonly appId: string;
  readonly customerId: string;
  readonly customerSecret: string;
  readonly seed: number | string;
  readonly rateLimit: number | false;
  readonly maxConcurrent: { readonly rtc: number; readonly web: number };
  readonly appIdRefusal: "gateway" | "service";
  readonly appCertificate: boolean;
  readonly codes: "current" | "older";
  readonly repeatedStartNamesSid: boolean;
}

export function readSettings(options: FakeAgoraOptions): Settings {
  return {
    appId: options.appId ?? "0123456789abcdef0123456789abcdef",
    customerId: options.customerId ?? "fake-customer-id",
    customerSecret: options.customerSecret ?? "fake-customer-secret",
    seed: options.seed ?? 1,
    rateLimit: options.rateLimit ?? 10,
    maxConcurrent: { rtc: options.maxConcurrent?.rtc ?? 50, web: options.maxConcurrent?.web ?? 200 },
    appIdRefusal: options.appIdRefusal ?? "gateway",
    appCertificate: options.appCertificate ?? false,
    codes: options.codes ?? "current",
    repeatedStartNamesSid: options.repeatedStartNamesSid ?? false,
  };
}
