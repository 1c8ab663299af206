import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { LocalServer } from "../tool/io.ts";

async function respond(
  handler: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const { method = "GET", url = "/", headers } = incoming;
  const range = headers.range === undefined ? {} : { range: headers.range };
  // The page knows this server by its number alone: another name is an attack (DNS rebinding).
  const isOurs = /^127\.0\.0\.1:\d+$/.test(headers.host ?? "") && (method === "GET" || method === "HEAD");
  const response = isOurs
    ? await handler(new Request(`http://${headers.host}${url}`, { method, headers: range, signal: gone.signal }))
    : new Response(null, { status: 403 });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body) outgoing.end();
  else await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), outgoing);
}

/** Serves a handler to this machine alone. */
export function serveOnLoopback(handler: (request: Request) => Promise<Response>, port: number): Promise<LocalServer> {
  const server = createServer((incoming, outgoing) => {
    respond(handler, incoming, outgoing).catch(() => {
      if (!outgoing.headersSent) outgoing.writeHead(502);
      outgoing.end();
    });
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ origin: `http://127.0.0.1:${bound}`, close });
    });
  });
}
