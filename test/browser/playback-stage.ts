import type { Plugin } from "vitest/config";
import type * as StageModule from "../files/stage.ts";

// Not at the top: vite.config.ts comes here too, and has to load before the packages that this needs are built.
async function start() {
  const module: typeof StageModule = await import(new URL("../files/stage.ts", import.meta.url).href);
  return module.startPlayback();
}

/** Plays a recording in a private bucket, below `path`. */
export function playback(path: string): Plugin {
  return {
    name: "playback",
    async configureServer(server) {
      const { play, close } = await start();
      server.httpServer?.once("close", () => void close());
      server.middlewares.use(path, (incoming, outgoing) => {
        const answer = async () => {
          const response = await play(new Request(`http://app.example${incoming.url}`));
          outgoing.writeHead(response.status, Object.fromEntries(response.headers));
          outgoing.end(await response.bytes());
        };
        answer().catch(() => outgoing.destroy());
      });
    },
  };
}
