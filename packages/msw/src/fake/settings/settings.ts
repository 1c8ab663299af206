import type { FakeStorage } from "./storage.ts";
import type { FakeAgoraOptions, Seed, SttRelease } from "./options.ts";

/** The options with their defaults. */
export interface Settings {
  readonly appId: string;
  readonly customerId: string;
  readonly customerSecret: string;
  readonly seed: () => Seed;
  readonly strict: boolean | ((error: Error) => void);
  readonly rateLimit: number | false;
  readonly storage: FakeStorage | null;
  readonly maxConcurrent: { readonly rtc: number; readonly web: number; readonly agents: number };
  readonly appIdRefusal: "gateway" | "service";
  readonly appCertificate: boolean;
  readonly codes: "current" | "older";
  readonly repeatedStartNamesSid: boolean;
  readonly stt: SttSettings;
}

export interface SttSettings {
  readonly limits: "v5" | "v6";
  readonly endOfLife: "none" | 410 | 404;
  readonly repeatedStart: "message" | 201 | 49;
  readonly silentQuery: 206 | 200;
  readonly conflictNamesAgent: boolean;
  readonly getTellsName: boolean;
  readonly release: SttRelease;
}

export function readSettings(options: FakeAgoraOptions): Settings {
  const { seed = 1 } = options;
  return {
    appId: options.appId ?? "0123456789abcdef0123456789abcdef",
    customerId: options.customerId ?? "fake-customer-id",
    customerSecret: options.customerSecret ?? "fake-customer-secret",
    seed: typeof seed === "function" ? seed : () => seed,
    strict: options.strict ?? false,
    rateLimit: options.rateLimit ?? 10,
    storage: options.storage ?? null,
    maxConcurrent: {
      rtc: options.maxConcurrent?.rtc ?? 50,
      web: options.maxConcurrent?.web ?? 200,
      agents: options.maxConcurrent?.agents ?? Infinity,
    },
    appIdRefusal: options.appIdRefusal ?? "gateway",
    appCertificate: options.appCertificate ?? false,
    codes: options.codes ?? "current",
    repeatedStartNamesSid: options.repeatedStartNamesSid ?? false,
    stt: {
      limits: options.sttLimits ?? "v6",
      endOfLife: options.sttEndOfLife ?? "none",
      repeatedStart: options.sttRepeatedStart ?? "message",
      silentQuery: options.sttSilentQuery ?? 206,
      conflictNamesAgent: options.sttConflictNamesAgent ?? false,
      getTellsName: options.sttGetTellsName ?? false,
      release: options.sttRelease ?? "7.2.3",
    },
  };
}
