import { allowsOrigin } from "../../server/http/origins.ts";
import { report, type OnError } from "../../server/http/report.ts";
import { StorageError, type StorageErrorKind } from "../bucket/storage-error.ts";
import type { PlaybackCors } from "./options.ts";

/** What a visitor may be told: it is of the recording. The rest is of your bucket and goes to `onError`. */
const statuses: Partial<Record<StorageErrorKind, number>> = {
  "cut-playlist": 502,
  "foreign-file": 502,
  "no-object": 404,
  "slow-down": 503,
  "too-large": 502,
  "too-many-objects": 502,
  unplayable: 415,
};

export function refuse(status: number, error: string, message: string, more: object = {}): Response {
  return Response.json({ error, message, ...more }, { status, headers: { "cache-control": "no-store" } });
}

export function notFound(): Response {
  return refuse(404, "not-found", "There is no such file in this recording.");
}

/** The answer to a failure. */
export function answerError(error: unknown, onError: OnError | undefined): Response {
  const status = error instanceof StorageError ? statuses[error.kind] : undefined;
  if (!(error instanceof StorageError) || status === undefined) {
    report(error, onError);
    const kind = error instanceof StorageError ? error.kind : "unexpected";
    return refuse(502, kind, "The storage of this recording does not answer as it should. The server's log says why.");
  }
  if (status !== 404) report(error, onError);
  return refuse(status, error.kind, error.message);
}

export function text(body: string, contentType: string): Response {
  return new Response(body, {
    headers: { "content-type": `${contentType}; charset=utf-8`, "cache-control": "no-store" },
  });
}

/** Adds what the browser of another origin wants to see. */
export function withCors(request: Request, response: Response, cors: PlaybackCors | undefined): Response {
  if (!cors) return response;
  const headers = new Headers(response.headers);
  headers.append("vary", "origin");
  const origin = request.headers.get("origin");
  if (origin !== null && allowsOrigin(cors.origin, origin)) {
    headers.set("access-control-allow-origin", cors.origin === "*" ? "*" : origin);
    if (cors.credentials) headers.set("access-control-allow-credentials", "true");
  }
  return new Response(response.body, { status: response.status, headers });
}

/** The answer to `OPTIONS`. Players ask for ranges, and pages may send credentials. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "authorization, range",
      "access-control-max-age": "600",
    },
  });
}
