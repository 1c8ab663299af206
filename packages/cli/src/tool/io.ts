import type { Clock } from "@agora-edge/core";

/** Small files by name, which outlive the process: what runs, and what was recorded. */
export interface StateFolder {
  list(): Promise<readonly string[]>;
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** A server on loopback. */
export interface LocalServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Everything that a command needs of the world. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All that is piped in; undefined where standard input is a terminal. */
  readonly readStdin: () => Promise<string | undefined>;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly hasColors: boolean;
  /** Asks without showing what is typed. Undefined without a terminal. */
  readonly askSecret: ((question: string) => Promise<string>) | undefined;
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly clock: Clock;
  readonly readFile: (path: string) => Promise<string>;
  readonly state: StateFolder;
  /** The script of the page that `play` opens. */
  readonly readPlayer: () => Promise<string>;
  readonly serve: (handler: (request: Request) => Promise<Response>, port: number) => Promise<LocalServer>;
  readonly openBrowser: (url: string) => void;
  /** Aborts at Ctrl+C. */
  readonly signal: AbortSignal;
}
