import { isPage } from "./page.ts";

const has = (name: string): boolean => Reflect.get(globalThis, name) !== undefined;

/** What only server runtimes have: Deno, Bun, Vercel's edge runtime, Cloudflare Workers. Some name what browsers have, too. */
const servers = ["Deno", "Bun", "EdgeRuntime", "WebSocketPair"];

/**
 * Whether this runs on a visitor's device: in a page, a frame, a worker of any kind, or where there is a `window` at least.
 * Not seen is what looks like a server: Electron's main process, or a server whose code is sent to visitors later.
 */
export function isBrowser(): boolean {
  if (isPage()) return true;
  if (servers.some(has)) return false;
  return typeof Reflect.get(globalThis, "window") === "object" || ["WorkerGlobalScope", "WorkletGlobalScope"].some(has);
}
