// What an exported symbol is about, as the folder that it comes from says.
import { posix } from "node:path";
import { exists, readFile } from "../stage/repository.ts";

export const topics = [
  "client",
  "recording",
  "speechToText",
  "channels",
  "sessions",
  "errors",
  "requests",
  "proxy",
  "notifications",
  "supervision",
  "tokens",
] as const;

export type Topic = (typeof topics)[number];

/** The first that fits. */
const folders: readonly (readonly [folder: string, topic: Topic])[] = [
  ["auth/", "client"],
  ["client/", "client"],
  ["context/", "client"],
  ["page/", "client"],
  ["recording/", "recording"],
  ["storage/", "recording"],
  ["migration/", "recording"],
  ["stt/", "speechToText"],
  ["rtc/", "recording"],
  ["channels/", "channels"],
  ["sessions/", "sessions"],
  ["machine/", "sessions"],
  ["effects/", "sessions"],
  ["errors/", "errors"],
  ["explain/", "errors"],
  ["states/", "errors"],
  ["validation/", "errors"],
  ["contract/", "requests"],
  ["pipeline/", "requests"],
  ["limiter/", "requests"],
  ["runtime/", "requests"],
  ["server/webhooks/", "notifications"],
  ["server/supervise/", "supervision"],
  ["server/", "proxy"],
  ["notifications/", "notifications"],
  ["tokens/", "tokens"],
];

const exportFrom = /^export (?:type )?\{([^}]*)\} from "([^"]+)";/gm;

/** By the names that the source of an entry exports from other files. */
export function topicsOf(source: string): Map<string, Topic> {
  const found = new Map<string, Topic>();
  if (!exists(source)) return found;
  for (const [, names = "", file = ""] of readFile(source).matchAll(exportFrom)) {
    const topic = folders.find(([folder]) => posix.normalize(file).startsWith(folder))?.[1];
    if (!topic) continue;
    for (const each of names.replace(/\/\/.*$/gm, "").split(",")) {
      const name = each.trim().split(/\s+/).at(-1);
      if (name) found.set(name, topic);
    }
  }
  return found;
}
