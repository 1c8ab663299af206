// What a bucket behind a CDN would deliver: for every name the same few seconds.
import { readFileSync } from "node:fs";

const recording = readFileSync(new URL("recording.mp4", import.meta.url));
const playlist = readFileSync(new URL("recording.m3u8", import.meta.url));

/** The middleware for `/files/`. */
export function serveFiles(request, response, next) {
  const { pathname } = new URL(request.url, "http://stage");
  if (!pathname.startsWith("/files/") || request.method !== "GET") return next();
  if (pathname.endsWith(".mp4")) return sendPart(request, response, recording);
  if (pathname.endsWith(".m3u8")) {
    return response.writeHead(200, { "content-type": "application/vnd.apple.mpegurl" }).end(playlist);
  }
  response.writeHead(404).end();
}

/** All of it, or the range that a player asks for. */
function sendPart(request, response, bytes) {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
  const begin = Number(from ?? 0);
  const end = Math.min(to ? Number(to) : Infinity, bytes.length - 1);
  const headers = { "content-type": "video/mp4", "accept-ranges": "bytes", "content-length": end - begin + 1 };
  if (from === undefined) return response.writeHead(200, headers).end(bytes);
  if (begin > end) return response.writeHead(416, { "content-range": `bytes */${bytes.length}` }).end();
  response.writeHead(206, { ...headers, "content-range": `bytes ${begin}-${end}/${bytes.length}` });
  response.end(bytes.subarray(begin, end + 1));
}
