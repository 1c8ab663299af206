import { convertV4MiniflareOptions, Miniflare } from "miniflare";

/** Runs a script in workerd as strictly as it goes: dates since August 2026 switch Node compatibility on, both flags switch it off. */
export function startWorkerd(script: string, bindings: Record<string, string> = {}): Miniflare {
  return new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script,
      compatibilityDate: "2026-11-01",
      compatibilityFlags: ["no_nodejs_compat", "no_nodejs_compat_v2"],
      bindings,
    }),
  );
}
