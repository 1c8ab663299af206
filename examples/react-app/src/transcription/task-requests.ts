import type { SttJoinRequest, SttTranslation, SttV6Request } from "@agora-edge/core";
import type { TaskChoice } from "./task-choice.ts";

/** The bot that sends the captions into the channel. Nobody else there may have this uid. */
export const captionBotUid = "47091";
const listeningBotUid = "47092";
/** Ends by itself when everybody has been gone for so many seconds. */
const maxIdleTime = 300;

/** What is recognised and translated: part of a start, and of an update. */
export function languageFields({ spoken, targets }: TaskChoice) {
  const languages: SttTranslation[] = spoken
    .map((source) => ({ source, target: targets.filter((target) => target !== source) }))
    .filter(({ target }) => target.length > 0);
  return { languages: spoken, ...(languages.length > 0 ? { translateConfig: { languages } } : {}) };
}

/** As an update it also ends translations. */
export function languageUpdate(choice: TaskChoice) {
  const { translateConfig, ...fields } = languageFields(choice);
  return { ...fields, translateConfig: translateConfig ? { enable: true, ...translateConfig } : { enable: false } };
}

/** The name makes a repeat safe: of one name only one agent runs. Tokens are added by the Worker. */
export function agentRequest(channel: string, choice: TaskChoice): SttJoinRequest {
  return {
    name: `captions-${channel}`.slice(0, 64),
    maxIdleTime,
    ...languageFields(choice),
    rtcConfig: { channelName: channel, pubBotUid: captionBotUid },
  };
}

export function builderRequest(channel: string, choice: TaskChoice): SttV6Request {
  return {
    maxIdleTime,
    ...languageFields(choice),
    rtcConfig: { channelName: channel, pubBotUid: captionBotUid, subBotUid: listeningBotUid },
  };
}
