import { captionBotUid, listeningBotUid } from "../../uids.ts";
import type { SttJoinRequest, SttTranslation, SttV6Request } from "@agora-edge/core";

export interface Languages {
  /** What is spoken: codes such as `en-US`. */
  readonly spoken: readonly string[];
  /** What it is translated into. */
  readonly targets: readonly string[];
}

/** Ends by itself when everybody has been gone for so many seconds. */
const maxIdleTime = 300;

/** What is recognised and translated: part of a start, and of an update. */
export function languageFields({ spoken, targets }: Languages) {
  const languages: SttTranslation[] = spoken
    .map((source) => ({ source, target: targets.filter((target) => target !== source) }))
    .filter(({ target }) => target.length > 0);
  return { languages: spoken, ...(languages.length > 0 ? { translateConfig: { languages } } : {}) };
}

/** As an update it also ends translations. */
export function languageUpdate(languages: Languages) {
  const { translateConfig, ...fields } = languageFields(languages);
  return { ...fields, translateConfig: translateConfig ? { enable: true, ...translateConfig } : { enable: false } };
}

/** Of one name only one agent runs: a repeat is safe, and a channel has captions once. Tokens are added by the Worker. */
export function agentRequest(channel: string, languages: Languages): SttJoinRequest {
  return {
    name: channel,
    maxIdleTime,
    ...languageFields(languages),
    rtcConfig: { channelName: channel, pubBotUid: captionBotUid },
  };
}

export function builderRequest(channel: string, languages: Languages): SttV6Request {
  return {
    maxIdleTime,
    ...languageFields(languages),
    rtcConfig: { channelName: channel, pubBotUid: captionBotUid, subBotUid: listeningBotUid },
  };
}
