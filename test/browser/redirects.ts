import type { Plugin } from "vitest/config";
import type * as ServersModule from "../runtimes/redirect-servers.ts";

async function startServers(): Promise<ServersModule.RedirectServers> {
  const module: typeof ServersModule = await import(new URL("../runtimes/redirect-servers.ts", import.meta.url).href);
  return module.startRedirectServers();
}

/** Two servers on loopback, of which one redirects to the other. `path` tells a page where, and what came to which. */
export function redirects(path: string): Plugin {
  return {
    name: "redirects",
    async configureServer(server) {
      const servers = await startServers();
      server.httpServer?.once("close", () => void servers.close());
      server.middlewares.use(path, (_request, response) => {
        const { baseUrl, appId } = servers.target;
        const told = { target: { baseUrl, appId }, redirects: servers.redirects(), followed: servers.followed() };
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(told));
      });
    },
  };
}
