import { fileURLToPath } from "node:url";
import { serveFolder } from "./static-server.ts";

const port = Number(process.env.PORT ?? 4321);

serveFolder(fileURLToPath(new URL("../dist", import.meta.url))).listen(port, () => {
  console.log(`The site is at http://localhost:${port}/. It needs no server of its own: dist/ works in any folder.`);
});
