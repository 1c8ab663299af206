import { convertV4MiniflareOptions, Miniflare } from "miniflare";

export interface WorkerdOptions {
  bindings?: Record<string, string>;
  /** Default: the newest that it knows. */
  compatibilityDate?: string;
  /** Keeps what the worker logs, and what it dies of, out of the test's output. */
  quiet?: boolean;
}

/** Runs a script in workerd as strictly as it goes: dates since August 2026 switch Node compatibility on, both flags switch it off. */
export function startWorkerd(
  script: string,
  { bindings = {}, compatibilityDate = "2026-11-01", quiet = false }: WorkerdOptions = {},
): Miniflare {
  return new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script,
      compatibilityDate,
      compatibilityFlags: ["no_nodejs_compat", "no_nodejs_compat_v2"],
      bindings,
      ...(quiet ? { handleStructuredLogs: () => {} } : {}),
    }),
  );
}
