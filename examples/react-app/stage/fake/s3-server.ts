import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { readClaim, signatureOf, type Claim, type Keys } from "./verify-signature.ts";

type Action = "list" | "get" | "put" | "delete";

export interface S3ServerOptions {
  readonly bucket?: string;
  readonly region?: string;
  readonly keys?: Keys;
  readonly now?: () => number;
  /** What the policy of the keys allows. Default: everything. */
  readonly allow?: readonly Action[];
  /** Objects on a page of a list. Default 1000. */
  readonly pageSize?: number;
}

interface StoredFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

export const testKeys: Keys = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/EXAMPLEKEY",
};

const headers = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "content-range",
};
const answer = (status: number, body: string, more = {}) =>
  new Response(status === 204 ? null : body, {
    status,
    headers: { ...headers, "content-type": "application/xml", ...more },
  });
const refuse = (status: number, code: string, details = "", more = {}) =>
  answer(status, `<?xml version="1.0"?>\n<Error><Code>${code}</Code>${details}</Error>`, more);

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * A private bucket that speaks the protocol of S3, in memory. The servers of that kind on npm that are kept take any
 * signature for a good one; this one has each checked by AWS's own implementation.
 */
export function createS3Server(options: S3ServerOptions = {}) {
  const { bucket = "recordings", region = "eu-central-1", keys = testKeys, now = Date.now, pageSize = 1000 } = options;
  const allow = options.allow ?? ["list", "get", "put", "delete"];
  const files = new Map<string, StoredFile>();
  const requests: string[] = [];

  async function findFault(request: Request, claim: Claim | undefined): Promise<Response | undefined> {
    if (!claim) return refuse(403, "AccessDenied");
    if (claim.accessKeyId !== keys.accessKeyId) return refuse(403, "InvalidAccessKeyId");
    if (claim.region !== region) {
      const code = claim.expiresIn === undefined ? "AuthorizationHeaderMalformed" : "AuthorizationQueryParametersError";
      return refuse(400, code, `<Region>${region}</Region>`, { "x-amz-bucket-region": region });
    }
    if (claim.expiresIn === undefined && Math.abs(now() - claim.signedAt) > 15 * 60_000) {
      return refuse(403, "RequestTimeTooSkewed");
    }
    if (claim.signature !== (await signatureOf(request, claim, keys))) return refuse(403, "SignatureDoesNotMatch");
    if (claim.expiresIn !== undefined && now() > claim.signedAt + claim.expiresIn * 1000) {
      return refuse(403, "AccessDenied", "<Message>Request has expired</Message>");
    }
    return undefined;
  }

  function list(query: URLSearchParams): Response {
    const after = query.get("continuation-token") ?? "";
    const keysInOrder = [...files.keys()].toSorted();
    const left = keysInOrder.filter((key) => key.startsWith(query.get("prefix") ?? "") && key > after);
    const page = left.slice(0, pageSize);
    const isEncoded = query.get("encoding-type") === "url";
    const contents = page.map((key) => {
      const name = isEncoded ? encodeURIComponent(key).replaceAll("%20", "+") : escapeXml(key);
      const size = files.get(key)?.body.length;
      return `<Contents><Key>${name}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><Size>${size}</Size></Contents>`;
    });
    const isTruncated = page.length < left.length;
    const next = isTruncated ? `<NextContinuationToken>${escapeXml(page.at(-1) ?? "")}</NextContinuationToken>` : "";
    const encoding = isEncoded ? "<EncodingType>url</EncodingType>" : "";
    return answer(
      200,
      `<?xml version="1.0"?>\n<ListBucketResult>${encoding}<IsTruncated>${isTruncated}</IsTruncated>${next}${contents.join("")}</ListBucketResult>`,
    );
  }

  function read(key: string, request: Request, query: URLSearchParams): Response {
    const file = files.get(key);
    if (!file) return refuse(404, "NoSuchKey");
    const type = query.get("response-content-type") ?? file.contentType;
    const disposition = query.get("response-content-disposition");
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("range") ?? "") ?? [];
    const first = Number(from ?? 0);
    const last = Math.min(to ? Number(to) : Infinity, file.body.length - 1);
    const more = {
      ...headers,
      "content-type": type,
      "accept-ranges": "bytes",
      ...(disposition && { "content-disposition": disposition }),
    };
    if (from === undefined) return new Response(file.body, { headers: more });
    const range = `bytes ${first}-${last}/${file.body.length}`;
    return new Response(file.body.slice(first, last + 1), {
      status: 206,
      headers: { ...more, "content-range": range },
    });
  }

  async function serve(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const [, name = "", ...parts] = url.pathname.split("/").map(decodeURIComponent);
    const key = parts.join("/");
    requests.push(`${request.method} ${key}`);
    if (request.method === "OPTIONS") return answer(204, "", { "access-control-allow-headers": "range" });
    const fault = await findFault(request, readClaim(request));
    if (fault) return fault;
    if (name !== bucket) return refuse(404, "NoSuchBucket");
    const action = ({ PUT: "put", DELETE: "delete" } as const)[request.method] ?? (key === "" ? "list" : "get");
    if (!allow.includes(action)) return refuse(403, "AccessDenied");
    if (action === "list") return list(url.searchParams);
    if (action === "get") return read(key, request, url.searchParams);
    if (action === "delete") files.delete(key);
    else
      files.set(key, {
        body: await request.bytes(),
        contentType: request.headers.get("content-type") ?? "binary/octet-stream",
      });
    return action === "delete" ? answer(204, "") : answer(200, "");
  }

  return {
    bucket,
    region,
    keys,
    requests,
    keysInBucket: () => [...files.keys()].toSorted(),
    read(key: string) {
      const file = files.get(key);
      return file && { ...file, text: new TextDecoder().decode(file.body) };
    },
    put(key: string, body: string | Uint8Array, contentType = "binary/octet-stream") {
      files.set(key, {
        body: typeof body === "string" ? new TextEncoder().encode(body) : new Uint8Array(body),
        contentType,
      });
    },
    fetch: async (url: string, init?: RequestInit) => serve(new Request(url, init)),
    /** On loopback. */
    async listen() {
      const respond = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
        const chunks: Uint8Array[] = [];
        for await (const chunk of incoming) chunks.push(chunk);
        const { method = "GET" } = incoming;
        const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
        const fields = Object.entries(incoming.headers).map(([field, value]): [string, string] => [
          field,
          String(value),
        ]);
        const url = `http://${incoming.headers.host}${incoming.url}`;
        const response = await serve(new Request(url, { method, headers: fields, body }));
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        outgoing.end(method === "HEAD" ? undefined : await response.bytes());
      };
      const server = createServer((incoming, outgoing) => void respond(incoming, outgoing));
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const address = server.address();
      const port = typeof address === "object" ? address?.port : undefined;
      return {
        origin: `http://127.0.0.1:${port}`,
        close: () =>
          new Promise((resolve) => {
            server.closeAllConnections();
            server.close(resolve);
          }),
      };
    },
  };
}

export type S3Server = ReturnType<typeof createS3Server>;

/** The `storageConfig` of such a bucket. */
export function storageOf({ bucket, keys }: S3Server, endpoint = "http://s3.test") {
  return {
    vendor: 11,
    region: 0,
    bucket,
    accessKey: keys.accessKeyId,
    secretKey: keys.secretAccessKey,
    extensionParams: { endpoint },
  } as const;
}
