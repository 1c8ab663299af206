import { parseArgs } from "node:util";
import { templateOf, templates, type Template } from "./templates.ts";

export interface Arguments {
  readonly folder?: string | undefined;
  readonly template?: Template | undefined;
  readonly interactive: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

const width = Math.max(...templates.map(({ name }) => name.length));

export const usage = `npm create @agora-edge@latest [FOLDER] -- [--template NAME]

Templates
${templates.map(({ name, title }) => `  ${name.padEnd(width)}  ${title}`).join("\n")}

Options
  -t, --template NAME   one of the templates
      --no-interactive  asks nothing, and fails if something is missing
      --version
  -h, --help
`;

/** @throws Error of a wrong argument, in words for the terminal */
export function readArguments(args: readonly string[], isTerminal: boolean): Arguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    allowNegative: true,
    options: {
      template: { type: "string", short: "t" },
      interactive: { type: "boolean", default: true },
      version: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [folder, ...others] = positionals;
  if (others.length > 0) throw new Error(`Give one folder, not ${positionals.length}: ${positionals.join(" ")}.`);
  return {
    folder,
    template: values.template === undefined ? undefined : templateOf(values.template),
    interactive: values.interactive && isTerminal,
    help: values.help,
    version: values.version,
  };
}
