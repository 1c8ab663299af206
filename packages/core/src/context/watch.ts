import type { AgoraOperation } from "../errors/operations.ts";

/** A call of a page, as far as it is looked at. */
export interface WatchedCall {
  readonly operation: AgoraOperation;
  /** Default `POST`. */
  readonly method?: string;
  readonly path: string;
  readonly body?: object | undefined;
}

/** What came of one attempt of a page. Without `text` the client has not read the answer yet. */
export interface WatchedAnswer {
  readonly response: Response;
  readonly text: string | undefined;
}

/** Where `inspect` looks into a client for pages. These are unset unless a tool inspects the client. */
export interface Watch {
  /** Told of each attempt. */
  asked?: (call: WatchedCall, attempt: number, answer: Promise<WatchedAnswer>) => void;
  /** Around each call; gives its outcome. */
  called?: <Result>(call: WatchedCall, outcome: Promise<Result>) => Promise<Result>;
}
