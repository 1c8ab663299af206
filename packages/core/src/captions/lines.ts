import { close, type Entry } from "./entry.ts";
import type { CaptionLine } from "./line.ts";

/** A place in the list, and what stands there now. Only the list writes to it. */
export interface Place {
  entry: Entry;
  chunk: Chunk;
}

/** A part of the list, so that a change copies a part and not the whole. */
interface Chunk {
  readonly places: Place[];
  /** As it was shown last; null: it has changed since. */
  shown: readonly CaptionLine[] | null;
}

/** All lines, made when they are read. */
export type View = () => readonly CaptionLine[];

/** The lines in their order. What a message costs does not depend on how many there are. */
export interface Lines {
  /** `order` of the last line. */
  lastOrder(): number | undefined;
  /** The line of a sentence that the service has named. */
  find(uid: string, sentenceId: string): Place | undefined;
  /** The latest lines of a speaker, oldest first. */
  recentOf(uid: string): readonly Place[];
  /** Puts a line behind all that are not younger, unless it is older than all that can be kept. */
  insert(entry: Entry): void;
  replace(place: Place, entry: Entry): void;
  /** Goes up when a line comes, goes or changes. */
  version(): number;
  /** The lines as they are now, whatever comes after. */
  view(): View;
}

const chunkSize = 128;
/** What is told by its time alone comes seconds after its line. */
const mostRecent = 64;

/** Behind all that are not younger. */
const indexFor = (places: readonly Place[], order: number) =>
  places.findLastIndex(({ entry }) => entry.order <= order) + 1;

const keyOf = (uid: string, sentenceId: string | undefined) => `${uid} ${sentenceId}`;

function viewOf(parts: readonly (readonly CaptionLine[])[]): View {
  let lines: readonly CaptionLine[] | undefined;
  // Of arrays alone `concat` copies memory; `flat` looks at each line.
  return () => (lines ??= ([] as CaptionLine[]).concat(...parts));
}

export function createLines(maxLines: number): Lines {
  const chunks: Chunk[] = [];
  const bySentence = new Map<string, Place>();
  const recent = new Map<string, Place[]>();
  let count = 0;
  let version = 0;

  function touch(chunk: Chunk): void {
    chunk.shown = null;
    version++;
  }

  function replace(place: Place, entry: Entry): void {
    if (place.entry.line !== entry.line) touch(place.chunk);
    place.entry = entry;
  }

  function addChunk(places: Place[], index: number): Chunk {
    const chunk: Chunk = { places, shown: null };
    for (const place of places) place.chunk = chunk;
    chunks.splice(index, 0, chunk);
    return chunk;
  }

  function dropFirst(): void {
    const [chunk] = chunks;
    const first = chunk?.places.shift();
    if (!chunk || !first) return;
    touch(chunk);
    if (chunk.places.length === 0) chunks.shift();
    count--;
    const { uid, sentenceId } = first.entry.line;
    bySentence.delete(keyOf(uid, sentenceId));
    const own = recent.get(uid);
    if (own?.[0] === first) own.shift();
    if (own?.length === 0) recent.delete(uid);
  }

  return {
    lastOrder: () => chunks.at(-1)?.places.at(-1)?.entry.order,
    find: (uid, sentenceId) => bySentence.get(keyOf(uid, sentenceId)),
    recentOf: (uid) => recent.get(uid) ?? [],
    insert(entry) {
      const { order, line } = entry;
      const { uid, sentenceId } = line;
      const chunk =
        chunks.findLast(({ places: [first] }) => first && first.entry.order <= order) ?? chunks[0] ?? addChunk([], 0);
      const index = indexFor(chunk.places, order);
      if (count >= maxLines && index === 0 && chunk === chunks[0]) return;
      const own = recent.get(uid) ?? [];
      recent.set(uid, own);
      // Only the newest line of a speaker is open: a new one closes the one before, one that comes late is closed at once.
      const newest = own.at(-1);
      const isLate = newest && newest.entry.order > order;
      if (newest && !isLate) replace(newest, close(newest.entry));
      const place: Place = { entry: isLate ? close(entry) : entry, chunk };
      own.splice(indexFor(own, order), 0, place);
      if (own.length > mostRecent) own.shift();
      if (sentenceId !== undefined) bySentence.set(keyOf(uid, sentenceId), place);
      chunk.places.splice(index, 0, place);
      touch(chunk);
      if (chunk.places.length >= 2 * chunkSize) addChunk(chunk.places.splice(chunkSize), chunks.indexOf(chunk) + 1);
      if (++count > maxLines) dropFirst();
    },
    replace,
    version: () => version,
    view: () => viewOf(chunks.map((chunk) => (chunk.shown ??= chunk.places.map(({ entry }) => entry.line)))),
  };
}
