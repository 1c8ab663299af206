import tab from "@bomb.sh/tab/commander";
import { operations } from "@agora-edge/core/contract";
import { Command, InvalidArgumentError, Option, type OutputConfiguration } from "commander";
import { doctorCommand } from "./commands/doctor.ts";
import { explainCommand, type ExplainOptions } from "./commands/explain.ts";
import { filesCommand, type FilesOptions } from "./commands/files.ts";
import { playCommand, type PlayOptions } from "./commands/play.ts";
import { recordCommand, type RecordOptions } from "./commands/record.ts";
import { stopCommand } from "./commands/stop.ts";
import type { RunChoice } from "./commands/find-runs.ts";
import { makeToken, readToken, type TokenOptions } from "./commands/token.ts";
import { transcribeCommand, type TranscribeOptions } from "./commands/transcribe.ts";
import { watchCommand, type WatchOptions } from "./commands/watch.ts";
import { readDuration, readWholeNumber } from "./settings/read-duration.ts";
import type { Outcome, Tool } from "./tool/tool.ts";

/** Options of every command. */
export interface GlobalOptions {
  readonly json: boolean;
  readonly color: boolean;
  /** A file with settings. */
  readonly settings?: string;
}

/** Runs what a command does, with the tools that the options of this call make. */
export type Runner = (globals: GlobalOptions, work: (tool: Tool) => Promise<Outcome>) => Promise<void>;

const exitHelp = `
Exit codes:
  0 done   1 the service, the storage or the network failed   2 wrong arguments   3 settings are missing or wrong
  4 doctor found a problem   5 nothing there: no such error, recording or run   130 ended by Ctrl+C

Settings come from the environment or from --settings; secrets never from arguments:
  AGORA_APP_ID, AGORA_CUSTOMER_ID, AGORA_CUSTOMER_SECRET, AGORA_APP_CERTIFICATE, AGORA_AREA, AGORA_BASE_URL,
  AGORA_RTC_TOKEN, AGORA_NOTIFICATION_URL, AGORA_NOTIFICATION_SECRET,
  STORAGE_VENDOR, STORAGE_REGION, STORAGE_BUCKET, STORAGE_ACCESS_KEY, STORAGE_SECRET_KEY, STORAGE_PREFIX,
  STORAGE_ENDPOINT, STORAGE_ENDPOINT_REGION, STORAGE_READ_ACCESS_KEY, STORAGE_READ_SECRET_KEY
`;

/** Of recorders and bots: nobody in a channel has these. */
const uids = { recorder: "900001", bot: "900002" };

function readUid(text: string): string {
  if (/^[1-9]\d{0,9}$/.test(text) && Number(text) <= 4_294_967_295) return text;
  throw new InvalidArgumentError("It is a whole number from 1 to 4294967295.");
}

/** The user of a token: a number, or a user account. A mistyped number would pass as an account, so it is refused. */
function readTokenUid(text: string): string {
  if (/^(0|[1-9]\d{0,9})$/.test(text) && Number(text) <= 4_294_967_295) return text;
  if (text !== "" && !/^[-+]?[\d.]+$/.test(text)) return text;
  throw new InvalidArgumentError("It is a whole number from 0 to 4294967295, or a user account.");
}

const readList = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

/** Every command, by name and options. What it does is elsewhere. */
export function createProgram(version: string, run: Runner, output: OutputConfiguration): Command {
  const program = new Command("agora-edge")
    .description("Agora Cloud Recording and Real-Time STT on the command line (unofficial)")
    .version(version)
    // Before any command is added: each takes it over, those of the completion too.
    .exitOverride()
    .configureOutput(output)
    .option("--json", "data for programs instead of words", false)
    .option("--no-color", "no colors; NO_COLOR does the same")
    .option("--settings <file>", "a file of lines NAME=value; the environment goes before it")
    .addHelpText("after", exitHelp)
    .showHelpAfterError("(agora-edge --help shows what there is)");
  const globals = () => program.opts<GlobalOptions>();
  const channelOf = (command: Command) =>
    command.argument("[channel]", "its channel; not needed where there is but one");

  program
    .command("explain")
    .description("what an error number, a message or a whole answer means, and what to do")
    .argument("[answer...]", "a number, a message, or nothing: then the answer is read from standard input")
    .addOption(
      new Option("--on <operation>", "the operation that answered so").choices(operations.map(({ name }) => name)),
    )
    .addOption(new Option("--lang <language>", "the language of the explanation").choices(["en", "zh"]).default("en"))
    .action((answer: string[], options: ExplainOptions) =>
      run(globals(), (tool) => explainCommand(tool, answer, options)),
    );

  program
    .command("doctor")
    .description("finds what is set up wrong: hosts, clock, credentials, services, storage, tokens, notifications")
    .action(() => run(globals(), doctorCommand));

  program
    .command("token")
    .description("makes an RTC token with AGORA_APP_CERTIFICATE; --read says what is in one")
    .argument("[channel]", "the channel that it opens")
    .addOption(
      new Option("--uid <uid>", "who may use it, by number or user account; 0 is everybody")
        .argParser(readTokenUid)
        .default("0"),
    )
    .addOption(
      new Option("--role <role>", "what its owner may do").choices(["publisher", "subscriber"]).default("subscriber"),
    )
    .addOption(new Option("--expires <time>", "how long it works").argParser(readDuration).default(3_600_000, "1h"))
    .option("--read", "reads a token from standard input or AGORA_RTC_TOKEN", false)
    .action((channel: string | undefined, options: TokenOptions & { read: boolean }, command: Command) => {
      if (options.read) return run(globals(), readToken);
      if (!channel) command.error("error: missing required argument 'channel'");
      return run(globals(), (tool) => makeToken(tool, channel, options));
    });

  const forOption = () => new Option("--for <time>", "stops it after this time, or at Ctrl+C").argParser(readDuration);
  const requestOption = () => new Option("--request <path>", "a JSON file with more fields of the request");
  const uidOption = (what: string, uid: string) => new Option("--uid <uid>", what).argParser(readUid).default(uid);

  program
    .command("record")
    .description("records a channel into the bucket of STORAGE_BUCKET")
    .argument("<channel>")
    .addOption(uidOption("the recorder's uid, which nobody in the channel has", uids.recorder))
    .addOption(
      new Option("--mode <mode>", "one file for all, or files of each user")
        .choices(["mix", "individual"])
        .default("mix"),
    )
    .option("--mp4", "an MP4 beside the playlist", false)
    .option("--live", "the channel has the live profile", false)
    .addOption(forOption())
    .addOption(requestOption())
    .action((channel: string, options: RecordOptions) =>
      run(globals(), (tool) => recordCommand(tool, channel, options)),
    );

  program
    .command("transcribe")
    .description("transcribes a channel (Real-Time STT v7)")
    .argument("<channel>")
    .requiredOption("--language <codes>", "what is spoken, such as en-US,es-ES", readList)
    .option("--translate <codes>", "languages to translate into", readList, [])
    .addOption(uidOption("the bot's uid, which nobody in the channel has", uids.bot))
    .option("--name <name>", "the name of the agent (default: the channel)")
    .option("--store", "writes captions into the bucket too", false)
    .addOption(forOption())
    .addOption(requestOption())
    .action((channel: string, options: TranscribeOptions) =>
      run(globals(), (tool) => transcribeCommand(tool, channel, options)),
    );

  const serviceOption = () => new Option("--service <service>", "only this").choices(["recording", "transcription"]);
  const anyUid = () => new Option("--uid <uid>", "only that of this recorder or bot").argParser(readUid);

  channelOf(program.command("watch"))
    .description("follows what was started on this machine until it is over")
    .addOption(serviceOption())
    .addOption(anyUid())
    .addOption(new Option("--interval <time>", "between two looks").argParser(readDuration).default(10_000, "10s"))
    .action((channel: string | undefined, options: WatchOptions) =>
      run(globals(), (tool) => watchCommand(tool, channel, options)),
    );

  channelOf(program.command("stop"))
    .description("stops what was started on this machine; with - what a handle on standard input names")
    .addOption(serviceOption())
    .addOption(anyUid())
    .action((channel: string | undefined, options: RunChoice) =>
      run(globals(), (tool) => stopCommand(tool, channel, options)),
    );

  const sidOption = () => new Option("--sid <sid>", "the recording, wherever it was started");
  const prefixOption = () => new Option("--prefix <folders>", "its folders in the bucket, such as calls/monday");

  channelOf(program.command("files"))
    .description("lists the files of a recording in the bucket")
    .addOption(sidOption())
    .addOption(prefixOption())
    .option("--all", "segments of playlists too", false)
    .option("--links", "addresses that work without keys", false)
    .addOption(
      new Option("--expires <time>", "how long these addresses work").argParser(readDuration).default(3_600_000, "1h"),
    )
    .action((channel: string | undefined, options: FilesOptions) =>
      run(globals(), (tool) => filesCommand(tool, channel, options)),
    );

  channelOf(program.command("play"))
    .description("plays a recording of a private bucket, on a page of this machine")
    .addOption(sidOption())
    .addOption(prefixOption())
    .option("--captions <id>", "the transcription whose captions are in the same folders")
    .option("--language <codes>", "languages of these captions", readList, [])
    .option("--port <number>", "the port of the page (default: any free one)", readWholeNumber, 0)
    .option("--no-open", "does not open the browser")
    .action((channel: string | undefined, options: PlayOptions) =>
      run(globals(), (tool) => playCommand(tool, channel, options)),
    );

  // Adds `complete`, with a script for each shell.
  tab(program);
  return program;
}
