// A folder outside of the workspace in which guides are followed, with the packages as they are published.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../../site/stage/repository.ts";

const execute = promisify(execFile);

/** What vitest and npm say about this run is not true of the one below. */
function environment(): NodeJS.ProcessEnv {
  const mine = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_(package_|lifecycle_|config_user_agent$|execpath$|command$)|VITEST|NODE_OPTIONS|NODE_ENV|TEST$|DEV$|PROD$|MODE$)/.test(
        name,
      ),
  );
  return {
    ...Object.fromEntries(mine),
    CI: "1",
    WRANGLER_SEND_METRICS: "false",
    NEXT_TELEMETRY_DISABLED: "1",
    // As npm and curl do: a machine may reach registries through a certificate of its own.
    DENO_TLS_CA_STORE: "system,mozilla",
    NO_COLOR: "1",
    FORCE_COLOR: "0",
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  };
}

/** Runs a program to its end; what it has said is part of its failure. */
export async function run(cwd: string, program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  try {
    return await execute(program, args, { cwd, env: { ...environment(), ...env }, maxBuffer: 2 ** 26 });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(" ")} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}

export async function writeFiles(app: string, files: Iterable<readonly [string, string]>): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(app, path)), { recursive: true });
    await writeFile(join(app, path), text);
  }
}

/** A new folder and the packed packages. */
export async function createSandbox() {
  const folder = await mkdtemp(join(tmpdir(), "guides-"));
  const started: ChildProcess[] = [];
  const tarballs: Record<string, string> = {};
  for (const name of ["core", "react", "msw", "create"]) {
    await run(join(root, "packages", name), "pnpm", ["pack", "--pack-destination", folder]);
    const file = (await readdir(folder)).find((each) => each.startsWith(`agora-edge-${name}-`));
    tarballs[`@agora-edge/${name}`] = join(folder, String(file));
  }

  async function install(app: string, packages: readonly string[]): Promise<void> {
    const specs = packages.map((name) => tarballs[name] ?? name);
    await run(app, "npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", ...specs]);
  }

  /** What its package.json names, with our packages as they are published. */
  async function installOwn(app: string): Promise<void> {
    const file = join(app, "package.json");
    const manifest = JSON.parse(await readFile(file, "utf8"));
    for (const kind of [manifest.dependencies ?? {}, manifest.devDependencies ?? {}])
      for (const name of Object.keys(kind)) kind[name] = tarballs[name] ? `file:${tarballs[name]}` : kind[name];
    await writeFile(file, JSON.stringify(manifest));
    await install(app, []);
  }

  /** Starts a program and waits for a line that says that it is ready. */
  async function start(
    app: string,
    ready: RegExp,
    program: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
  ): Promise<void> {
    const child = spawn(program, args, {
      cwd: app,
      env: { ...environment(), ...env },
      stdio: ["ignore", "pipe", "pipe"],
      // What it starts in turn is ended with it, as one group.
      detached: true,
    });
    started.push(child);
    let output = "";
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        output += chunk.toString();
        if (ready.test(output)) resolve();
      };
      child.stdout?.on("data", hear);
      child.stderr?.on("data", hear);
      child.on("exit", () => reject(new Error(`${program} ${args.join(" ")} ended:\n${output}`)));
    });
  }

  return {
    folder,
    install,
    installOwn,
    start,
    /** An app of npm with these packages. */
    async createApp(name: string, packages: readonly string[]): Promise<string> {
      const app = join(folder, name);
      await mkdir(app);
      await run(app, "npm", ["init", "-y"]);
      await install(app, packages);
      return app;
    },
    /** `npm create @agora-edge`, and these texts replaced in all files: ports, above all. */
    async createProject(template: string, replaced: Readonly<Record<string, string | number>>): Promise<string> {
      const app = join(folder, template);
      const spec = `--package=${tarballs["@agora-edge/create"]}`;
      const args = ["exec", "--yes", "--prefer-offline", spec, "--", "create-agora-edge", template, "-t", template];
      const { stdout } = await run(folder, "npm", args);
      if (!stdout.includes(`cd ${template}`)) throw new Error(`No word of what to do next:\n${stdout}`);
      const entries = await readdir(app, { recursive: true, withFileTypes: true });
      for (const file of entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))) {
        let text = await readFile(file, "utf8");
        for (const [written, here] of Object.entries(replaced)) text = text.replaceAll(written, String(here));
        await writeFile(file, text);
      }
      await installOwn(app);
      return app;
    },
    /** The fake as a command, with somebody who publishes in `room-1`. */
    async startFake(app: string, port: number): Promise<void> {
      const args = ["node_modules/@agora-edge/msw/dist/cli.js", "--port", String(port)];
      await start(app, /ready/, process.execPath, args);
      const joined = await fetch(`http://127.0.0.1:${port}/__fake/join`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ cname: "room-1", uid: 1001 }),
      });
      if (!joined.ok) throw new Error(`The fake answers ${joined.status}.`);
    },
    async close(): Promise<void> {
      for (const { pid, exitCode } of started) if (pid !== undefined && exitCode === null) process.kill(-pid);
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

export type Sandbox = Awaited<ReturnType<typeof createSandbox>>;
