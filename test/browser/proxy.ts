import { Buffer } from "node:buffer";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vitest/config";
import type * as ServiceModule from "../runtimes/service.ts";

// Not at the top: vite.config.ts comes here too, and has to load before the packages that this needs are built.
async function startService(): Promise<ServiceModule.Service> {
  const module: typeof ServiceModule = await import(new URL("../runtimes/service.ts", import.meta.url).href);
  return module.startService();
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/**
 * The app's own proxy, as small as it can be: same origin as the page, and the only place that knows the Customer Secret.
 */
export function agoraProxy(path: string, cname: string): Plugin {
  return {
    name: "agora-proxy",
    async configureServer(server) {
      const service = await startService();
      const { baseUrl, customerId, customerSecret } = service.target(cname);
      const authorization = `Basic ${Buffer.from(`${customerId}:${customerSecret}`).toString("base64")}`;
      server.httpServer?.once("close", () => void service.close());
      const forward = async (request: IncomingMessage, response: ServerResponse) => {
        const { method = "GET", url = "/" } = request;
        const body = await readBody(request);
        const answer = await fetch(baseUrl + url, {
          method,
          headers: { "content-type": "application/json", authorization },
          ...(body.length > 0 ? { body: body.toString() } : {}),
        });
        response.writeHead(answer.status, { "content-type": "application/json" });
        response.end(await answer.text());
      };
      server.middlewares.use(path, (request, response) => {
        forward(request, response).catch(() => response.destroy());
      });
    },
  };
}
