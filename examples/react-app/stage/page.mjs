// The page by Vite: as one works on it, or built, as a host would deliver it.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLogger, createServer, preview } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Serves the page, and everything else on the same origin: requests go through `handle` first, then to the proxies.
 *
 * @param {{ port: number, built: boolean | string, env: Record<string, string>, proxy: object, handle: import("vite").Connect.NextHandleFunction[] }} options
 */
export async function servePage({ port, built, env, proxy, handle }) {
  const use = ({ middlewares }) => handle.forEach((one) => void middlewares.use(one));
  const plugins = [{ name: "stage", configureServer: use, configurePreviewServer: use }];
  const place = { host: "127.0.0.1", port, strictPort: port !== 0, proxy };
  const basics = { root, plugins, customLogger: quietLogger(), clearScreen: false };
  return built ? serveBuilt(built, basics, place, env) : serveSources(basics, place, env);
}

async function serveSources(basics, place, env) {
  const define = Object.fromEntries(
    Object.entries(env).map(([name, value]) => [`import.meta.env.${name}`, JSON.stringify(value)]),
  );
  const server = await createServer({ ...basics, define, server: place });
  const close = () => server.close();
  try {
    await server.listen();
  } catch (error) {
    await close();
    throw error;
  }
  return { url: urlOf(server), close };
}

async function serveBuilt(built, basics, place, env) {
  const page = typeof built === "string" ? { outDir: built, remove: async () => {} } : await buildPage(env);
  try {
    const server = await preview({ ...basics, build: { outDir: page.outDir }, preview: place });
    const close = async () => {
      await server.close();
      await page.remove();
    };
    return { url: urlOf(server), close };
  } catch (error) {
    await page.remove();
    throw error;
  }
}

/** The page in a folder of its own, until it is removed. */
export async function buildPage(env) {
  const outDir = await mkdtemp(join(tmpdir(), "react-app-"));
  const remove = () => rm(outDir, { recursive: true, force: true });
  try {
    await build(outDir, env);
    return { outDir, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** In a process of its own: whatever this one is (a test runner, say), what is built is for production. */
function build(outDir, env) {
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin", "vite.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, "build", "--outDir", outDir, "--emptyOutDir", "--logLevel", "warn"], {
      cwd: root,
      env: { ...process.env, ...env, NODE_ENV: "production" },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error("The page could not be built."))));
  });
}

/** Warnings and errors, but for pages that close while a message is on its way to them. */
function quietLogger() {
  const logger = createLogger("warn");
  const isGone = (message) => message.includes("ws proxy") && /EPIPE|ECONNRESET/.test(message);
  return { ...logger, error: (message, options) => void (isGone(message) || logger.error(message, options)) };
}

function urlOf(server) {
  const { port } = server.httpServer.address();
  return `http://127.0.0.1:${port}`;
}
