import type { Bucket } from "@agora-edge/core/files";

/** A bucket whose addresses lead to this machine, so that the page needs neither keys nor CORS rules of the bucket. */
export interface LocalBucket {
  readonly bucket: Bucket;
  /** Serves what such an address asks for; undefined for any other address. */
  readonly serve: (request: Request) => Promise<Response> | undefined;
}

/** Of the storage's answer, what a player has to know. */
const passed = ["accept-ranges", "content-length", "content-range", "content-type", "last-modified"];

export function createLocalBucket(inner: Bucket, path: string): LocalBucket {
  const offered = new Map<string, { key: string; contentType: string | undefined; disposition: string | undefined }>();

  async function pass(request: Request, id: string): Promise<Response> {
    const found = offered.get(id);
    if (!found) return new Response(null, { status: 404 });
    const range = request.headers.get("range");
    const method = request.method === "HEAD" ? "HEAD" : "GET";
    const answer = await inner.fetch(found.key, {
      method,
      signal: request.signal,
      ...(range !== null && { headers: { range } }),
    });
    const headers = new Headers({ "cache-control": "no-store" });
    for (const name of passed) {
      const value = answer.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    if (found.contentType) headers.set("content-type", found.contentType);
    if (found.disposition) headers.set("content-disposition", found.disposition);
    return new Response(answer.body, { status: answer.status, headers });
  }

  return {
    bucket: {
      ...inner,
      async presign(key, { contentType, contentDisposition }) {
        // The same address each time, so that a player's cache has its use.
        const id = encodeURIComponent(`${contentDisposition ? "saved/" : ""}${key}`);
        offered.set(id, { key, contentType, disposition: contentDisposition });
        return `${path}/${id}`;
      },
    },
    serve(request) {
      const { pathname } = new URL(request.url);
      return pathname.startsWith(`${path}/`) ? pass(request, pathname.slice(path.length + 1)) : undefined;
    },
  };
}
