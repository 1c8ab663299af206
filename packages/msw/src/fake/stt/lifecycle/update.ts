import { list, object, texts, type JsonObject } from "../../runtime/json.ts";
import type { ServiceState } from "../../state/state.ts";
import type { MaskPath } from "../checks/update.ts";
import type { SttConfig } from "../run/config.ts";
import { review } from "./presence.ts";
import { readSpeakerLanguages, readSubscribed, readTranslations } from "../run/read-config.ts";
import type { SttRun } from "../run/run.ts";
import { updateGapMs } from "../run/timing.ts";

/** Start and updates have to be so far apart. */
export const isTooEarly = (state: ServiceState, run: SttRun): boolean =>
  state.scheduler.now() - run.changedAt < updateGapMs;

/** `sequenceId`: digits, and more than last time; null when it is neither. */
export function nextSequenceId(run: SttRun, value: string | null): number | null {
  if (value === null || !/^\d+$/.test(value)) return null;
  const number = Number(value);
  return run.sequenceId !== null && number <= run.sequenceId ? null : number;
}

/** Only what the mask names changes, and that is replaced as a whole. */
export function applyUpdate(state: ServiceState, run: SttRun, body: JsonObject, masked: readonly MaskPath[]): void {
  run.config = { ...run.config, ...changes(run.config, body, masked) };
  run.changedAt = state.scheduler.now();
  review(state, run);
}

function changes(config: SttConfig, body: JsonObject, masked: readonly MaskPath[]): Partial<SttConfig> {
  const { enable, languages } = object(body.translateConfig);
  const wanted = object(body.rtcConfig).subscribeAudioUids;
  const has = (path: MaskPath) => masked.includes(path);
  const translations = has("translateConfig.languages") ? readTranslations(list(languages)) : config.translations;
  const translates = has("translateConfig.enable")
    ? enable === true
    : config.translates || (config.translations.length === 0 && translations.length > 0);
  return {
    translations,
    translates: translates && translations.length > 0,
    ...(has("languages") ? { languages: texts(body.languages) } : {}),
    ...(has("uidLanguagesConfig") ? { uidLanguages: readSpeakerLanguages(body.uidLanguagesConfig) } : {}),
    ...(has("keywords") ? { keywords: texts(body.keywords) } : {}),
    ...(has("rtcConfig.subscribeAudioUids") ? { subscribed: readSubscribed(wanted), unsubscribed: [] } : {}),
  };
}
