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
  let complaint = "";

  function openTool({ json, color }: GlobalOptions, env = io.env): Tool {
    const tool = createTool({ ...io, env }, { isJson: json, hasColors: io.hasColors && color });
    hideSecrets(tool);
    return tool;
  }

  async function perform(globals: GlobalOptions, work: (tool: Tool) => Promise<Outcome>): Promise<void> {
    let tool = openTool(globals);
    try {
      tool = openTool(globals, await readEnvironment(io, globals.settings));
      exit = show(tool, await work(tool));
    } catch (error) {
      const { text, ...told } = wordsOf(tool, error);
      exit = told.exit;
      if (tool.isJson) tool.writeJson(told.json);
      else tool.writeError(`${text}\n`);
    }
  }

  /** What is wrong with the arguments. They may repeat a secret, of the environment or of the file with settings. */
  async function complain(globals: GlobalOptions, { code, message }: CommanderError): Promise<void> {
    const tool = openTool(globals, await readEnvironment(io, globals.settings).catch(() => io.env));
    if (!tool.isJson) return tool.writeError(complaint);
    const said = code === "commander.help" ? "missing command" : withoutValues(message).replace(/^error: /, "");
    tool.writeJson({ error: { kind: "usage", message: said } });
  }

  const program = createProgram(version, perform, {
    writeOut: io.write,
    // Kept until it is known what must not be shown.
    writeErr: (text) => (complaint += text),
    outputError: (text, write) => write(withoutValues(text)),
  });
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version are no failure.
    exit = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    if (exit !== exitCodes.ok) await complain(program.opts(), error);
  }
  return exit;
}
