import type { ServiceState } from "../../state/state.ts";
import type { SttRun } from "../run/run.ts";
import { captionPlaylist, vttText } from "../run/stored-captions.ts";

const encoder = new TextEncoder();

/** Those that are spoken, and those that are translated into. */
export function storedLanguages({ config }: SttRun): string[] {
  const targets = config.translates ? config.translations.flatMap(({ target }) => target) : [];
  return [...new Set([...config.languages, ...targets])];
}

/** Uploads the slices that are full, with playlists that name them: one of everything, and one for each language. */
export function putCaptions(state: ServiceState, run: SttRun, final: boolean): void {
  const [target] = run.config.storages;
  const { storage } = state.settings;
  if (!storage || !target || run.heardAt === null) return;
  const { heardAt, stored } = run;
  const length = run.config.sliceDuration * 1000;
  const now = run.endedAt ?? state.scheduler.now();
  const elapsed = Math.max(0, now - heardAt);
  const full = final ? Math.max(1, Math.ceil(elapsed / length)) : Math.floor(elapsed / length);
  const base = `${run.id}_${run.config.channel}`;
  const put = (name: string, text: string, contentType: string) =>
    storage.put({ bucket: target.bucket, key: `${target.prefix}${name}`, body: encoder.encode(text), contentType });
  const seconds = Array.from({ length: full }, (_, index) => Math.min(length, elapsed - index * length) / 1000);

  for (const language of [undefined, ...storedLanguages(run)]) {
    const stem = language === undefined ? base : `${language}_${base}`;
    const own = stored.captions.filter((caption) => language === undefined || caption.language === language);
    for (let index = stored.slices; index < full; index++) {
      const from = heardAt + index * length;
      const isLast = final && index === full - 1;
      const cues = own.filter(({ start }) => start >= from && (isLast || start < from + length));
      put(`${stem}_${index}.vtt`, vttText(cues, from), "text/vtt");
    }
    const names = seconds.map((_, index) => `${stem}_${index}.vtt`);
    put(`${stem}.m3u8`, captionPlaylist(names, seconds, final), "application/vnd.apple.mpegurl");
  }
  stored.slices = full;
}
