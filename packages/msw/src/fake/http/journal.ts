import type { AgoraOperation } from "@agora-edge/core";
import { isObject, object, parseJson, type JsonObject } from "../runtime/json.ts";
import type { Answer } from "./answer.ts";
import type { Incoming } from "./incoming.ts";
import { redactBody, redactHeaders } from "./redact.ts";
import type { Route } from "./routes.ts";

/** A request that arrived, without its secrets. */
export interface JournalEntry {
  /** When it came, in Unix ms of the fake. */
  readonly at: number;
  readonly operation: AgoraOperation | null;
  /** Of HTTP. */
  readonly method: string;
  /** As it was asked for, without secrets. */
  readonly url: string;
  /** Of the address. */
  readonly host: string;
  /** Of the address, without its query. */
  readonly path: string;
  /** Without secrets. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, or the text when it is not JSON; null without a body. */
  readonly body: unknown;
  /** Null while there is no answer, and for ever when the connection broke. */
  readonly status: number | null;
  /** Parsed JSON, or the text if it is none. */
  readonly response: unknown;
  readonly requestId: string;
  /** The URL that the app asked for, where its own proxy stands between. */
  readonly askedFor?: string;
  readonly cname?: string;
  readonly uid?: string;
}

type Writable = { -readonly [Field in keyof JournalEntry]: JournalEntry[Field] };

/** The last requests, and how many there were. */
export class Journal {
  readonly entries: JournalEntry[] = [];
  count = 0;
  readonly #limit: number;

  constructor(limit = 1000) {
    this.#limit = limit;
  }

  open(incoming: Incoming, route: Route, at: number, requestId: string): Writable {
    const entry: Writable = {
      at,
      operation: route.operation,
      method: incoming.method,
      url: incoming.url.href,
      host: incoming.url.host,
      path: incoming.url.pathname,
      headers: redactHeaders(incoming.headers),
      body: null,
      status: null,
      response: null,
      requestId,
      ...(incoming.askedFor === null ? {} : { askedFor: incoming.askedFor }),
    };
    this.count += 1;
    this.entries.push(entry);
    if (this.entries.length > this.#limit) this.entries.shift();
    return entry;
  }

  clear(): void {
    this.entries.length = 0;
    this.count = 0;
  }
}

export function noteBody(entry: Writable, text: string): void {
  if (text === "") return;
  const parsed = parseJson(text);
  entry.body = parsed ? redactBody(parsed.value) : text;
  if (!isObject(entry.body)) return;
  const { cname = channelIn(entry.body), uid } = entry.body;
  if (typeof cname === "string") entry.cname = cname;
  if (typeof uid === "string") entry.uid = uid;
}

/** Where transcriptions name their channel. */
const channelIn = (body: JsonObject): unknown =>
  object(body.rtcConfig ?? object(body.audio).agoraRtcConfig).channelName;

export function noteAnswer(entry: Writable, answer: Answer): void {
  entry.status = answer.status;
  entry.response = answer.body;
  if (!isObject(answer.body)) return;
  const { cname, uid } = answer.body;
  if (entry.cname === undefined && typeof cname === "string") entry.cname = cname;
  if (entry.uid === undefined && typeof uid === "string") entry.uid = uid;
}
