// P11: what a caption message costs, by the number of lines that the store keeps.
import { createCaptionStore } from "@agora-edge/core/captions";
import { compare } from "../lib/compare.mjs";
import { cpuOf, interleave } from "../lib/rounds.mjs";

const counts = [200, 2000, 20_000];
const messages = 4000;
const speakers = 4;

/** A conversation: each sentence in three messages, and a translation. */
function* conversation(from) {
  for (let sentence = from; ; sentence++) {
    const about = { uid: String(sentence % speakers), sentenceId: String(sentence), textTs: sentence * 10 };
    for (let part = 1; part <= 3; part++) {
      const pieces = [{ text: "words ".repeat(part * 3), isFinal: part === 3 }];
      yield { kind: "transcript", ...about, textTs: about.textTs + part, language: "en-US", pieces };
    }
    const translations = [{ language: "es-ES", pieces: [{ text: "palabras", isFinal: true }] }];
    yield { kind: "translation", ...about, textTs: about.textTs + 3, translations };
  }
}

/** A store that is full, and the messages that follow. */
function fill(maxLines) {
  const store = createCaptionStore({ maxLines });
  const stream = conversation(1);
  const take = (number) => Array.from({ length: number }, () => stream.next().value);
  for (const message of take(4 * (maxLines + 10))) store.push(message);
  if (store.getSnapshot().lines.length !== maxLines) throw new Error("the store is not full");
  return { store, take };
}

/** Microseconds for a message. */
async function timed({ store, take }, read) {
  const next = take(messages);
  let lines = 0;
  const leave = store.subscribe(() => {
    lines += read(store);
  });
  const time = await cpuOf(async () => {
    for (const message of next) store.push(message);
  });
  leave();
  if (lines === 0) throw new Error("nobody was told");
  return time / messages;
}

const reads = [
  { name: "a message", read: () => 1, aim: { atMost: 1.5 } },
  { name: "a message, its snapshot taken", read: (store) => store.getSnapshot().dropped + 1 },
  { name: "a message, its lines read", read: (store) => store.getSnapshot().lines.length },
];

export async function measure({ full }) {
  const rows = [];
  for (const { name, read, aim } of reads) {
    const stores = Object.fromEntries(counts.map((count) => [count, fill(count)]));
    const found = await interleave(
      Object.fromEntries(counts.map((count) => [count, () => timed(stores[count], read)])),
      { rounds: full ? 60 : 15, warmUp: 3 },
    );
    for (const count of counts.slice(1)) {
      rows.push(
        compare({
          what: `${name}, ${count.toLocaleString("en-US")} lines kept`,
          against: "200 lines kept",
          unit: "µs",
          ours: found[count],
          theirs: found[200],
          aim,
        }),
      );
    }
  }
  return {
    rows,
    notes: [
      "Decoded messages: three of each sentence and its translation, of four speakers; the store is full, so a new line drops the oldest. There is a listener. The array of all lines is made when somebody reads it, which a page does once for each render.",
    ],
  };
}
