import { later } from "../../state/jobs.ts";
import type { ServiceState } from "../../state/state.ts";
import { isTranscribed, languagesOf } from "../run/config.ts";
import { noteSpeech } from "../lifecycle/presence.ts";
import { isAlive, type SttRun } from "../run/run.ts";
import { encodeJson } from "./json.ts";
import { isFinal, type CaptionMessage, type CaptionStyle, type Piece } from "./message.ts";
import { encodeProtobuf } from "./protobuf.ts";
import { piecesOf, translated, type CaptionLine } from "./script.ts";

/** A dialogue that is being played. */
export interface CaptionPlayback {
  /** Everything was said, or the transcription ended before. */
  readonly done: boolean;
  /** Nothing more is said. */
  cancel(): void;
}

const defaultSilence = 500;
const defaultPace = 300;
const translationPace = 100;

interface Step {
  readonly ms: number;
  readonly run: () => void;
}

/** Plays a dialogue to one transcription. While no captions flow it waits; with the end of the task it ends. */
export function playTo(state: ServiceState, run: SttRun, lines: readonly CaptionLine[]): CaptionPlayback {
  const steps = lines.flatMap((line) => stepsOf(state, run, line));
  let isCancelled = false;
  let at = 0;

  const whenFlowing = (go: () => void) => {
    if (run.isIn) go();
    else if (isAlive(run)) run.waiting.add(go);
  };
  function next(): void {
    const step = steps[at];
    if (!step || isCancelled) return;
    later(state, run, step.ms, () =>
      whenFlowing(() => {
        if (isCancelled) return;
        at += 1;
        step.run();
        next();
      }),
    );
  }
  whenFlowing(next);

  return {
    get done() {
      return at === steps.length || isCancelled || !isAlive(run);
    },
    cancel() {
      isCancelled = true;
    },
  };
}

/** Growing interim results, the final one, then the translations of it. */
function stepsOf(state: ServiceState, run: SttRun, line: CaptionLine): Step[] {
  const { after = defaultSilence, every = defaultPace, mixed = false, final = true } = line;
  const pieces = piecesOf(line.text);
  const sentence: Sentence = { line, start: 0, textTs: 0 };
  const say = (parts: readonly Piece[]) => () => transcribe(state, run, sentence, parts);
  const interims = pieces.map((last, index): Step => {
    const before = pieces.slice(0, index).join("");
    const parts = mixed && before !== "" ? [stable(before), open(last)] : [open(before + last)];
    return { ms: every, run: say(parts) };
  });
  const begin: Step = { ms: after, run: () => void (sentence.start = Math.floor(state.scheduler.now())) };
  if (!final) return [begin, ...interims];
  const whole = [stable(pieces.join(""))];
  const translations = [false, true].map((isOver): Step => {
    return { ms: translationPace, run: () => translate(state, run, sentence, whole, isOver) };
  });
  return [begin, ...interims, { ms: every, run: say(whole) }, ...translations];
}

interface Sentence {
  readonly line: CaptionLine;
  start: number;
  /** Of the last result: translations carry the one that they translate. */
  textTs: number;
}

const stable = (text: string): Piece => ({ text, isFinal: true });
const open = (text: string): Piece => ({ text, isFinal: false });

function transcribe(state: ServiceState, run: SttRun, sentence: Sentence, pieces: readonly Piece[]): void {
  run.lastTextTs = Math.max(run.lastTextTs + 1, Math.floor(state.scheduler.now()));
  sentence.textTs = run.lastTextTs;
  send(state, run, { ...baseOf(run, sentence, pieces), kind: "transcribe", translations: [] });
}

/** Into the targets that are configured for the language now; the beta sent none this way. */
function translate(
  state: ServiceState,
  run: SttRun,
  sentence: Sentence,
  pieces: readonly Piece[],
  isOver: boolean,
): void {
  const base = baseOf(run, sentence, pieces);
  const pairs = run.config.translations.filter(({ source }) => source === base.language || source === auto);
  const targets = run.config.translates && styleOf(state, run) !== "beta" ? pairs.flatMap(({ target }) => target) : [];
  const translations = [...new Set(targets)].map((language) => {
    const texts = translated(sentence.line, language);
    return { language, texts: isOver ? texts : texts.slice(0, 1), isFinal: isOver };
  });
  if (translations.length > 0) send(state, run, { ...base, kind: "translate", translations });
}

/** Instead of a language: the service is to find out what is spoken. */
const auto = "auto";

/** What a line is said in that does not name its language: the first one that is expected, or English. */
const heardFrom = (languages: readonly string[]): string => languages.find((code) => code !== auto) ?? "en-US";

function baseOf(run: SttRun, { line, start, textTs }: Sentence, pieces: readonly Piece[]) {
  const uid = String(line.uid);
  return {
    uid: Number(uid),
    language: line.language ?? heardFrom(languagesOf(run.config, uid)),
    pieces,
    start,
    offset: start - Math.floor(run.createdAt),
    duration: Math.max(1, textTs - start),
    textTs,
    sentenceId: start,
    number: textTs - Math.floor(run.createdAt),
  };
}

function styleOf(state: ServiceState, run: SttRun): CaptionStyle {
  if (run.family === "agent") return state.settings.stt.release;
  return run.version === "beta" ? "beta" : "v5-v6";
}

/** Of what is said, the final results are stored. */
function store({ config, stored }: SttRun, message: CaptionMessage): void {
  if (config.storages.length === 0 || !isFinal(message)) return;
  const { kind, language, pieces, start, textTs: end, translations } = message;
  const said = { language, texts: pieces.map(({ text }) => text) };
  for (const { language: code, texts } of kind === "transcribe" ? [said] : translations) {
    stored.captions.push({ language: code, text: texts.join(""), start, end });
  }
}

function send(state: ServiceState, run: SttRun, message: CaptionMessage): void {
  if (!isTranscribed(run.config, String(message.uid))) return;
  noteSpeech(state, run);
  store(run, message);
  state.scheduler.touch();
  const style = styleOf(state, run);
  const deliver = (data: Uint8Array) => state.stt.captions.deliver(run, data);
  if (!run.config.isJson) deliver(encodeProtobuf(message, style));
  else {
    deliver(encodeJson(message, style));
    if (style === "7.2.3") deliver(encodeJson(message, style, true));
  }
}
