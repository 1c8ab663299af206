// What main.ts uses of Deno, for type checkers other than Deno's own, which does not read this file.
interface DenoKvVersion {
  key: string[];
  /** Null where nothing is kept. */
  versionstamp: string | null;
}

interface DenoKvOperation {
  check(entry: DenoKvVersion): DenoKvOperation;
  set(key: string[], value: unknown, options?: { expireIn?: number }): DenoKvOperation;
  commit(): Promise<{ ok: boolean }>;
}

declare const Deno: {
  env: { get(name: string): string | undefined };
  /** Only with `--unstable-kv`. */
  openKv?: (path?: string) => Promise<{
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as Deno declares it
    get<Value>(key: string[]): Promise<DenoKvVersion & { value: Value | null }>;
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as Deno declares it
    list<Value>(selector: { prefix: string[] }): AsyncIterable<{ value: Value }>;
    delete(key: string[]): Promise<void>;
    atomic(): DenoKvOperation;
  }>;
  serve(options: {
    hostname: string;
    port: number;
    onListen: (address: { port: number }) => void;
    handler: (request: Request) => Promise<Response>;
  }): unknown;
};
