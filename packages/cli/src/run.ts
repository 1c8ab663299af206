import { CommanderError } from "commander";
import { exitCodes, type ExitCode } from "./tool/exit-codes.ts";
import type { Io } from "./tool/io.ts";
import { createProgram, type GlobalOptions } from "./program.ts";
import { hideSecrets, readEnvironment } from "./settings/environment.ts";
import { createTool, type Outcome, show, type Tool, wordsOf } from "./tool/tool.ts";

/** The value of an option that does not exist may be a secret: it is not repeated. */
const withoutValues = (text: string): string =>
  text
    .replace(/(unknown option '-[^'=]*)=[^\n]*'/, "$1'")
    .replace(
      /(unknown option '--[^']*(?:secret|key|token|certificate)[^']*')/i,
      "$1; secrets come from the environment",
    );

/** Runs one command line, and gives the number that the process ends with. Never throws. */
export async function run(args: readonly string[], io: Io, version: string): Promise<ExitCode> {
  let exit: ExitCode = exitCodes.ok;

  async function perform(globals: GlobalOptions, work: (tool: Tool) => Promise<Outcome>): Promise<void> {
    const options = { isJson: globals.json, hasColors: io.hasColors && globals.color };
    let tool = createTool(io, options);
    hideSecrets(tool);
    try {
      tool = createTool({ ...io, env: await readEnvironment(io, globals.envFile) }, options);
      hideSecrets(tool);
      exit = show(tool, await work(tool));
    } catch (error) {
      const { text, ...told } = wordsOf(tool, error);
      exit = told.exit;
      if (tool.isJson) tool.write(`${JSON.stringify(told.json)}\n`);
      else tool.writeError(`${text}\n`);
    }
  }

  const program = createProgram(version, perform);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: io.write,
      writeErr: io.writeError,
      outputError: (text, write) => write(withoutValues(text)),
    });
  }
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version are no failure.
    exit = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  }
  return exit;
}
