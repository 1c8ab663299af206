import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Plugin } from "vitest/config";

/** A server of another origin, which allows pages of `?allowed` alone. `path` tells a page where it is, and how often it was asked. */
export function otherOrigin(path: string): Plugin {
  return {
    name: "other-origin",
    configureServer(server) {
      let asked = 0;
      const other = createServer((request, response) => {
        asked++;
        if (request.url?.startsWith("/allowed")) {
          response.setHeader("access-control-allow-origin", request.headers.origin ?? "");
          response.setHeader("access-control-allow-headers", "*");
        }
        if (request.method === "OPTIONS") response.writeHead(204).end();
        else response.writeHead(502, { "content-type": "text/plain" }).end("nothing here");
      });
      other.listen(0, "127.0.0.1");
      server.httpServer?.once("close", () => void other.close());
      server.middlewares.use(path, (_request, response) => {
        const { port } = other.address() as AddressInfo;
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ port, asked }));
      });
    },
  };
}
