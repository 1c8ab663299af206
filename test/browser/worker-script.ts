import { readFile } from "node:fs/promises";
import type { Plugin } from "vitest/config";

/** What `msw init` would copy into the public folder of an app. */
export function workerScript(mswFolder: string): Plugin {
  return {
    name: "msw-worker-script",
    configureServer(server) {
      server.middlewares.use("/mockServiceWorker.js", (_request, response) => {
        readFile(`${mswFolder}/lib/mockServiceWorker.js`, "utf8").then(
          (script) => response.writeHead(200, { "content-type": "text/javascript" }).end(script),
          () => response.destroy(),
        );
      });
    },
  };
}
