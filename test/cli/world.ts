import { createFakeAgora, type FakeAgora, type FakeAgoraOptions } from "@agora-edge/msw/fake";
import { run } from "../../packages/cli/src/run.ts";
import type { Io, StateFolder } from "../../packages/cli/src/tool/io.ts";
import type { S3Server } from "../../examples/react-app/stage/fake/s3-server.ts";

/** A folder in memory. */
function memoryFolder(files: Map<string, string>): StateFolder {
  return {
    list: async () => [...files.keys()],
    read: async (name) => files.get(name),
    write: async (name, text) => void files.set(name, text),
    remove: async (name) => void files.delete(name),
  };
}

type Fetch = (request: Request) => Promise<Response>;

export interface WorldOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly storage?: S3Server;
  /** What answers at https://hooks.test/. */
  readonly webhook?: Fetch;
  /** Over everything else. */
  readonly io?: Partial<Io>;
  readonly fake?: FakeAgoraOptions;
}

export const certificate = "fedcba9876543210fedcba9876543210";

/** A machine on which the command runs, before a fake Agora, a bucket and an app's own server. */
export function createWorld(options: WorldOptions = {}) {
  const { storage, webhook } = options;
  const put = storage && {
    storage: {
      put: (one: { key: string; body: Uint8Array; contentType: string }) =>
        storage.put(one.key, one.body, one.contentType),
    },
  };
  const fake = createFakeAgora({ rateLimit: false, ...put, ...options.fake });
  const files = new Map<string, string>();
  const pages: { url: string; handler: Fetch }[] = [];

  /** Requests that the fake has not answered yet. */
  let asked = 0;

  const fetch: Io["fetch"] = async (input, init) => {
    const request = new Request(input, init);
    const { hostname } = new URL(request.url);
    if (hostname === "s3.test" && storage) {
      const body = request.body ? new Uint8Array(await request.arrayBuffer()) : null;
      return storage.fetch(request.url, { method: request.method, headers: request.headers, body });
    }
    if (hostname === "hooks.test") return webhook ? webhook(request) : Promise.reject(new TypeError("ENOTFOUND"));
    asked++;
    const answer = await fake.fetch(request).finally(() => asked--);
    const headers = new Headers(answer.headers);
    headers.set("date", new Date(fake.now()).toUTCString());
    return new Response(answer.body, { status: answer.status, headers });
  };

  const env = {
    AGORA_APP_ID: fake.appId,
    AGORA_CUSTOMER_ID: fake.customerId,
    AGORA_CUSTOMER_SECRET: fake.customerSecret,
    ...(storage && {
      STORAGE_VENDOR: "11",
      STORAGE_REGION: "0",
      STORAGE_BUCKET: storage.bucket,
      STORAGE_ACCESS_KEY: storage.keys.accessKeyId,
      STORAGE_SECRET_KEY: storage.keys.secretAccessKey,
      STORAGE_ENDPOINT: "http://s3.test",
      STORAGE_ENDPOINT_REGION: storage.region,
      STORAGE_PREFIX: "calls/monday",
    }),
    ...options.env,
  };

  /** Runs a command line to its end; with `moves` the fake's time passes meanwhile. */
  async function call(args: readonly string[], { stdin, signal, moves = false, ...more }: CallOptions = {}) {
    let [out, err] = ["", ""];
    const work = run(
      args,
      {
        env,
        readStdin: async () => stdin,
        write: (text) => (out += text),
        writeError: (text) => (err += text),
        hasColors: false,
        askSecret: undefined,
        fetch,
        clock: fake.clock,
        readFile: (path) => Promise.reject(new Error(path)),
        state: memoryFolder(files),
        readPlayer: async () => "// player",
        async serve(handler) {
          pages.push({ url: "http://127.0.0.1:1", handler });
          return { origin: "http://127.0.0.1:1", close: async () => {} };
        },
        openBrowser: () => {},
        signal: signal ?? new AbortController().signal,
        ...options.io,
        ...more,
      },
      "0.0.0",
    );
    let isOver = false;
    const over = work.finally(() => (isOver = true));
    for (let seconds = 0; moves && !isOver && seconds < 3600; seconds++) {
      await fake.advanceAsync(1000);
      // Signatures and bodies take turns of the event loop, not seconds: nobody may run into a timeout because of them.
      for (let turn = 0; turn < (asked > 0 ? 2000 : 10); turn++) await new Promise((resolve) => setImmediate(resolve));
    }
    const exit = await over;
    return { exit, out, err, json: (): unknown => JSON.parse(out.trim().split("\n").at(-1) ?? "") };
  }

  return { fake, env, files, pages, fetch, call };
}

interface CallOptions extends Partial<Io> {
  readonly stdin?: string;
  readonly moves?: boolean;
}

export type World = ReturnType<typeof createWorld>;

/** Every secret that the tests use. None may be printed. */
export const secretsOf = (fake: FakeAgora, storage?: S3Server): string[] => [
  fake.customerSecret,
  certificate,
  ...(storage ? [storage.keys.secretAccessKey] : []),
];
