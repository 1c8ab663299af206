import { notify } from "../runtime/notify.ts";
import { isGzip, toBytes } from "./bytes.ts";
import { decodeJsonCaption } from "./json.ts";
import type { CaptionSnapshot } from "./line.ts";
import type { View } from "./lines.ts";
import { createCaptionState, mergeTranscript, mergeTranslation } from "./merge.ts";
import type { CaptionData, CaptionMessage } from "./message.ts";
import { decodeProtobufCaption } from "./protobuf.ts";
import { isWellFormed } from "./well-formed.ts";

/** Options of `createCaptionStore`. */
export interface CaptionStoreOptions {
  /** How many lines to keep; the oldest go first. Default 200. */
  maxLines?: number | undefined;
  /**
   * `rtcConfig.pubBotUid` of the task. Payloads that `push` says are from another sender are then ignored: everybody in
   * the channel may send data.
   */
  pubBotUid?: string | number | undefined;
}

/** Caption lines, made of the messages of one Speech-to-Text task. Its functions can be passed on alone. */
export interface CaptionStore {
  /**
   * Takes a payload, or a message that was decoded elsewhere. Never throws: what cannot be read counts as `dropped`.
   * Protobuf shows at once, packed JSON a moment later; the order is kept.
   *
   * @param senderUid the first argument of a `stream-message` event: the uid of the sender, which is not the speaker's
   */
  readonly push: (data: CaptionData | CaptionMessage, senderUid?: string | number) => void;
  /** Resolves when everything that was pushed so far has been merged. Never rejects. */
  readonly whenIdle: () => Promise<void>;
  /** Calls `listener` after each change, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The same object as before unless something changed; so are the lines in it. */
  readonly getSnapshot: () => CaptionSnapshot;
  /** Forgets all lines and the count, and what was pushed but is not merged yet. */
  readonly clear: () => void;
}

/** The lines are put together when they are read. */
const show = (view: View, dropped: number): CaptionSnapshot => ({
  get lines() {
    return view();
  },
  dropped,
});

function isMessage(data: CaptionData | CaptionMessage | null | undefined): data is CaptionMessage {
  return typeof data === "object" && data !== null && "kind" in data;
}

/** Undefined for garbage, a promise where unpacking takes time. */
function read(data: CaptionData | CaptionMessage): CaptionMessage | undefined | Promise<CaptionMessage | undefined> {
  const bytes = toBytes(data);
  if (bytes) return isGzip(bytes) ? decodeJsonCaption(bytes) : decodeProtobufCaption(bytes);
  return isMessage(data) ? data : undefined;
}

/**
 * Turns what the bot of a Speech-to-Text task sends into the channel into lines: interim texts replace each other until
 * the final one, translations join their line, late and repeated messages do no harm.
 *
 * @throws RangeError when `maxLines` is less than 1
 * @example
 * const captions = createCaptionStore({ pubBotUid: "47091" });
 * rtcClient.on("stream-message", (uid, payload) => captions.push(payload, uid));
 * captions.subscribe(() => show(captions.getSnapshot().lines));
 */
export function createCaptionStore({ maxLines = 200, pubBotUid }: CaptionStoreOptions = {}): CaptionStore {
  if (!(maxLines >= 1)) throw new RangeError("maxLines must be 1 or more.");
  const listeners = new Set<() => void>();
  let state = createCaptionState(maxLines);
  let dropped = 0;
  /** Null until it is read: messages in between cost nothing for it. */
  let snapshot: CaptionSnapshot | null = null;
  let view: View | null = null;
  let created = 0;
  let unread = 0;
  let lastRead = Promise.resolve();
  let generation = 0;

  const newId = () => String(++created);

  function publish(): void {
    snapshot = null;
    // A listener that throws is reported: the other listeners and the SDK that delivers the payloads must not notice.
    for (const listener of listeners) notify(listener, () => undefined);
  }

  function take(message: CaptionMessage | undefined): void {
    if (!isWellFormed(message)) {
      dropped++;
      return publish();
    }
    const before = state.lines.version();
    if (message.kind === "transcript") mergeTranscript(state, message, newId);
    else mergeTranslation(state, message, newId);
    if (state.lines.version() === before) return;
    view = null;
    publish();
  }

  async function takeLater(message: CaptionMessage | undefined | Promise<CaptionMessage | undefined>): Promise<void> {
    const pushedIn = generation;
    const before = lastRead;
    unread++;
    const result = await message;
    await before;
    unread--;
    if (pushedIn === generation) take(result);
  }

  return {
    push(data, senderUid) {
      if (pubBotUid !== undefined && senderUid !== undefined && String(senderUid) !== String(pubBotUid)) return;
      const message = read(data);
      if (unread === 0 && !(message instanceof Promise)) take(message);
      else lastRead = takeLater(message);
    },
    whenIdle: () => lastRead,
    subscribe(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    getSnapshot() {
      view ??= state.lines.view();
      snapshot ??= show(view, dropped);
      return snapshot;
    },
    clear() {
      generation++;
      const isEmpty = state.lines.lastOrder() === undefined && dropped === 0;
      state = createCaptionState(maxLines);
      dropped = 0;
      if (isEmpty) return;
      view = null;
      publish();
    },
  };
}
