import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { RedirectTarget } from "./redirects.ts";

export interface RedirectServers {
  target: RedirectTarget & { customerSecret: string };
  /** How many requests were answered with a redirect. */
  redirects(): number;
  /** What came to the other server: nothing, if all is well. */
  followed(): string[];
  close(): Promise<void>;
}

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Reads a request whole, in one text. */
async function textOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return `${request.method} ${request.url} ${JSON.stringify(request.headers)} ${body}`;
}

/** What a page of another origin needs to see the answer. */
const open = {
  "cache-control": "no-store",
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*",
  "access-control-allow-methods": "*",
};

/** A server that redirects all that it gets to another one, which would answer as if it were Agora. */
export async function startRedirectServers(): Promise<RedirectServers> {
  const followed: string[] = [];
  let redirects = 0;
  const other = createServer((request, response) => {
    void textOf(request).then((text) => {
      followed.push(text);
      if (request.method === "OPTIONS") return response.writeHead(204, open).end();
      const answer = {
        sid: "invented",
        resourceId: "R1",
        cname: "room-1",
        uid: "900001",
        serverResponse: { status: 5 },
      };
      response.writeHead(200, { "content-type": "application/json", ...open }).end(JSON.stringify(answer));
    });
  });
  const place = await listen(other);
  const first = createServer((request: IncomingMessage, response: ServerResponse) => {
    void textOf(request).then(() => {
      if (request.method === "OPTIONS") return response.writeHead(204, open).end();
      redirects += 1;
      const [, status = "", ...path] = (request.url ?? "").split("/");
      response.writeHead(Number(status), { location: `${place}/${path.join("/")}`, ...open }).end("{}");
    });
  });
  const baseUrl = await listen(first);
  const appId = "5a1ec0de5a1ec0de5a1ec0de5a1ec0de";
  return {
    target: { baseUrl, appId, customerSecret: "canary-customer-secret" },
    redirects: () => redirects,
    followed: () => followed,
    async close() {
      for (const server of [first, other]) {
        server.closeAllConnections();
        server.close();
        await once(server, "close");
      }
    },
  };
}
