import { convertV4MiniflareOptions, Miniflare, type Request, Response } from "miniflare";

export interface WorkerdOptions {
  bindings?: Record<string, string>;
  /** Default: the newest that it knows. */
  compatibilityDate?: string;
  /** Keeps what the worker logs, and what it dies of, out of the test's output. */
  quiet?: boolean;
  /** What the worker fetches is answered here. */
  outbound?: (
    url: string,
    init: { method: string; headers: Record<string, string>; body?: string },
  ) => Promise<globalThis.Response>;
}

/** The same, in the words of Miniflare. */
const answering = (outbound: NonNullable<WorkerdOptions["outbound"]>) => async (request: Request) => {
  const { url, method, headers } = request;
  const body = await request.text();
  const answer = await outbound(url, {
    method,
    headers: Object.fromEntries(headers),
    ...(body === "" ? {} : { body }),
  });
  return new Response(await answer.text(), { status: answer.status, headers: Object.fromEntries(answer.headers) });
};

/** Runs a script in workerd as strictly as it goes: dates since August 2026 switch Node compatibility on, both flags switch it off. */
export function startWorkerd(
  script: string,
  { bindings = {}, compatibilityDate = "2026-11-01", quiet = false, outbound }: WorkerdOptions = {},
): Miniflare {
  return new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script,
      compatibilityDate,
      compatibilityFlags: ["no_nodejs_compat", "no_nodejs_compat_v2"],
      bindings,
      ...(outbound ? { outboundService: answering(outbound) } : {}),
      ...(quiet ? { handleStructuredLogs: () => {} } : {}),
    }),
  );
}
