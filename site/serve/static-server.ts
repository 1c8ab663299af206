import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/** The file that an address means: a folder is its `index.html`. */
function fileOf(folder: string, path: string): string | undefined {
  const file = join(folder, normalize(path));
  if (!file.startsWith(folder) || !existsSync(file)) return undefined;
  return statSync(file).isDirectory() ? fileOf(folder, join(path, "index.html")) : file;
}

/** Serves the files of a folder below `base`, such as `/docs/`, and nothing else. */
export function serveFolder(folder: string, base = "/"): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : undefined;
    const file = path === undefined ? undefined : fileOf(folder, path);
    if (file === undefined) {
      response.writeHead(404, { "content-type": "text/plain" }).end("There is no such page.");
    } else if (file.endsWith("index.html") && !pathname.endsWith("/") && !pathname.endsWith(".html")) {
      response.writeHead(301, { location: `${pathname}/` }).end();
    } else {
      response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
      createReadStream(file).pipe(response);
    }
  });
}
