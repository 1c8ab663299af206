import { Buffer } from "node:buffer";
import type { Plugin } from "vitest/config";

// Not at the top: vite.config.ts comes here too, and has to load before the packages that this needs are built.
async function startService() {
  const module: typeof import("../runtimes/service.ts") = await import(
    new URL("../runtimes/service.ts", import.meta.url).href
  );
  return module.startService();
}

/**
 * The app's own proxy, as small as it can be: same origin as the page, and the only place that knows the Customer Secret.
 */
export function agoraProxy(path: string, cnames: readonly string[]): Plugin {
  return {
    name: "agora-proxy",
    async configureServer(server) {
      const service = await startService();
      const [first = ""] = cnames;
      const { customerId, customerSecret } = service.target(first);
      for (const cname of cnames) service.target(cname);
      server.httpServer?.once("close", () => void service.close());
      server.middlewares.use(path, (request, response, next) => {
        const forward = async () => {
          const chunks: Buffer[] = [];
          for await (const chunk of request) chunks.push(Buffer.from(chunk));
          const answer = await fetch(service.url + (request.url ?? "/"), {
            method: request.method ?? "GET",
            headers: {
              "content-type": request.headers["content-type"] ?? "application/json",
              authorization: `Basic ${Buffer.from(`${customerId}:${customerSecret}`).toString("base64")}`,
            },
            ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
          });
          response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" });
          response.end(await answer.text());
        };
        forward().catch(next);
      });
    },
  };
}
