import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { control, controlPath } from "./control.ts";
import { statusPage } from "./status-page.ts";
import type { FakeAgora } from "./fake/fake-agora.ts";

export interface ServeOptions {
  /** Default: any free one. */
  port?: number;
  /** Default: 127.0.0.1 */
  host?: string;
  /** Called after each answer; status is null when the connection was cut. */
  onAnswer?: (request: { method: string; path: string; status: number | null; ms: number }) => void;
}

export interface ServedFake {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a fake over HTTP, with its controls under `/__fake/` and a status page at `/`. */
export function serveFakeAgora(fake: FakeAgora, options: ServeOptions = {}): Promise<ServedFake> {
  const { port = 0, host = "127.0.0.1", onAnswer } = options;
  const underWay = new Set<Promise<void>>();
  const server = createServer((incoming, outgoing) => {
    const began = performance.now();
    const { method = "GET", url: path = "/" } = incoming;
    const tell = (status: number | null) => onAnswer?.({ method, path, status, ms: performance.now() - began });
    const work = answer(fake, incoming, outgoing)
      .then(tell, () => {
        outgoing.destroy();
        tell(null);
      })
      .finally(() => underWay.delete(work));
    underWay.add(work);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === "object" && address !== null ? address.port : port;
      const name = host.includes(":") ? `[${host}]` : host;
      resolve({ url: `http://${name}:${actual}`, close });
    });
  });

  /** What is under way is cut, and told. */
  async function close(): Promise<void> {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    await Promise.allSettled(underWay);
  }
}

async function answer(fake: FakeAgora, incoming: IncomingMessage, outgoing: ServerResponse): Promise<number | null> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const request = await readRequest(incoming, gone.signal);
  const response = await respond(fake, request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(await response.text());
  return response.status;
}

function respond(fake: FakeAgora, request: Request): Promise<Response> | Response {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith(controlPath)) return control(fake, request);
  return pathname === "/" && (request.method === "GET" || request.method === "HEAD")
    ? statusPage(fake)
    : fake.fetch(request);
}

async function readRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const { method = "GET", url = "/" } = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const item of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, item);
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const hasBody = method !== "GET" && method !== "HEAD";
  const body = hasBody ? new TextDecoder().decode(join(chunks)) : null;
  return new Request(new URL(url, `http://${incoming.headers.host ?? "localhost"}`), { method, headers, body, signal });
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
