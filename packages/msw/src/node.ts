import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { control, controlPath } from "./control/control.ts";
import { preflight, readable } from "./control/cors.ts";
import { statusPage } from "./control/status-page.ts";
import type { FakeAgora } from "./fake/fake-agora.ts";

/** Options of `serve`: where the fake listens. */
export interface ServeOptions {
  /** Default: any free one. */
  port?: number | undefined;
  /** Default: 127.0.0.1 */
  host?: string | undefined;
  /** Called after each answer; status is null when the connection was cut. */
  onAnswer?: ((request: { method: string; path: string; status: number | null; ms: number }) => void) | undefined;
}

/** A fake that answers over HTTP. */
export interface ServedFake {
  /** Its address, without a slash at its end. */
  readonly url: string;
  /** Ends the server and its connections. */
  close(): Promise<void>;
}

/**
 * Serves a fake over HTTP, with its controls under `/__fake/` and a status page at `/`. Pages of any origin may call the service,
 * but not the controls.
 */
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
  const body = await readBody(incoming);
  const request = toRequest(incoming, body, gone.signal);
  const response = request ? await respond(fake, request) : Response.json({ message: "Bad Request" }, { status: 400 });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(await response.text());
  return response.status;
}

async function respond(fake: FakeAgora, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith(controlPath)) return control(fake, request);
  if (pathname === "/" && (request.method === "GET" || request.method === "HEAD")) return statusPage(fake);
  return preflight(request) ?? readable(await fake.fetch(request));
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return new TextDecoder().decode(join(chunks));
}

/** Null where the platform knows no such request: TRACE, or a Host header that is no host. */
function toRequest(incoming: IncomingMessage, text: string, signal: AbortSignal): Request | null {
  const { method = "GET", url = "/" } = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const item of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, item);
  }
  const origin = `http://${incoming.headers.host ?? "localhost"}`;
  const body = method === "GET" || method === "HEAD" ? null : text;
  try {
    // Put together as it is: a path with two slashes in front would be taken for a host.
    return new Request(url.startsWith("/") ? `${origin}${url}` : url, { method, headers, body, signal });
  } catch {
    return null;
  }
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
