import { isRefused } from "../../state/conditions.ts";
import { cancel, later } from "../../state/jobs.ts";
import type { ServiceState } from "../../state/state.ts";
import { isTranscribed, type Bot } from "../run/config.ts";
import { endRun } from "./ending.ts";
import { storeCaptions } from "./files.ts";
import { isAlive, type SttRun } from "../run/run.ts";

/** The bots enter the channel; false when they are not let in, which ends the transcription. */
export function enterChannel(state: ServiceState, run: SttRun): boolean {
  const isRefusedBot = run.config.bots.some((bot) => isTokenRefused(state, run, bot));
  if (isRefusedBot || isUidTaken(state, run) || hasTwin(state, run)) {
    endRun(state, run, "rtc-connection-error");
    return false;
  }
  return true;
}

/** Captions flow from now on, or again. */
export function beginCaptions(state: ServiceState, run: SttRun): void {
  run.isIn = true;
  review(state, run);
  const waiting = [...run.waiting];
  run.waiting.clear();
  for (const go of waiting) go();
}

/** The first time they also begin to be stored. */
export function beginRun(state: ServiceState, run: SttRun): void {
  storeCaptions(state, run);
  beginCaptions(state, run);
}

/** To be called whenever somebody joined, left, or sends something else. */
export function reviewTranscriptions(state: ServiceState, channel: string): void {
  for (const run of state.stt.runs) if (run.config.channel === channel) review(state, run);
}

/** A user who joins with the uid of a bot pushes the bot out; the last host who leaves lets the idle time begin. */
export function review(state: ServiceState, run: SttRun): void {
  if (!isAlive(run)) return;
  if (run.isIn && isUidTaken(state, run)) {
    endRun(state, run, "rtc-connection-error");
    return;
  }
  const users = state.channels.users(run.config.channel);
  if (run.isIn && users.some(({ uid, audio }) => audio && isTranscribed(run.config, uid))) noteSpeech(state, run);
  watchIdle(state, run);
}

export function noteSpeech(state: ServiceState, run: SttRun): void {
  run.heardAt ??= state.scheduler.now();
}

/** Before v6 a host had to be heard; since then it is enough to be there. The bots never count. */
function watchIdle(state: ServiceState, run: SttRun): void {
  const hosts = state.channels.users(run.config.channel).filter(({ role }) => role === "host");
  const needsSound = run.family === "task" && run.version !== "v6";
  const isIdle = !hosts.some(({ audio }) => audio || !needsSound);
  if (!isIdle || run.config.maxIdleTime === 0) {
    cancel(state, run, run.idleJob);
    run.idleJob = null;
  } else run.idleJob ??= later(state, run, run.config.maxIdleTime * 1000, () => endRun(state, run, "idle"));
}

/** Whether anybody in the channel sends anything. */
export const isSilent = (state: ServiceState, { config }: SttRun): boolean =>
  state.channels.users(config.channel).every(({ audio, video }) => !audio && !video);

/** With an App Certificate a token is needed, and where it can be read it must fit. */
function isTokenRefused(state: ServiceState, { config }: SttRun, { uid, token, facts }: Bot): boolean {
  const { settings, conditions, scheduler } = state;
  if (token !== "" && isRefused(conditions.refused.token, token)) return true;
  if (!settings.appCertificate) return false;
  if (token === "" || !facts) return token === "";
  const { rtc } = facts;
  const isForThis = rtc === null || (fits(rtc.channel, config.channel) && fits(rtc.uid, uid));
  return facts.appId !== settings.appId || facts.endsAt <= scheduler.now() || !isForThis;
}

/** Nothing at all and patterns with a star are for everybody. */
const fits = (said: string, needed: string): boolean => said === "" || said.includes("*") || said === needed;

function isUidTaken(state: ServiceState, { config }: SttRun): boolean {
  return state.channels.users(config.channel).some(({ uid }) => config.bots.some((bot) => bot.uid === uid));
}

/** Another transcription whose bots are in the channel under the same uids. */
function hasTwin(state: ServiceState, run: SttRun): boolean {
  const uids = new Set(run.config.bots.map(({ uid }) => uid));
  return state.stt.runs.some(
    (other) =>
      other !== run &&
      other.isIn &&
      other.config.channel === run.config.channel &&
      other.config.bots.some(({ uid }) => uids.has(uid)),
  );
}
