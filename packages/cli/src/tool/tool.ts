import { AgoraError, explainError, isAgoraError } from "@agora-edge/core";
import { StorageError } from "@agora-edge/core/files";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { Failure } from "./failure.ts";
import type { Io } from "./io.ts";
import { createStyle, type Style } from "../print/style.ts";
import { createSecrets, type Secrets } from "./secrets.ts";

/** What a command came to: once as data for `--json`, once in words. */
export interface Outcome {
  readonly exit: ExitCode;
  readonly json: unknown;
  readonly text: string;
}

/** What commands work with: the world, and how they speak. */
export interface Tool extends Io {
  readonly isJson: boolean;
  readonly style: Style;
  readonly secrets: Secrets;
  /** One line. Secrets are hidden in its values, so that it stays JSON. */
  readonly writeJson: (json: unknown) => void;
  /** Something happened on the way: one line for people, one JSON value a line for programs. */
  readonly tell: (json: unknown, text: string) => void;
}

export function createTool(io: Io, { isJson, hasColors }: { isJson: boolean; hasColors: boolean }): Tool {
  const secrets = createSecrets();
  const write = (text: string) => io.write(secrets.hide(text));
  const writeError = (text: string) => io.writeError(secrets.hide(text));
  const writeJson = (json: unknown) =>
    io.write(
      `${JSON.stringify(json, (_, value: unknown) => (typeof value === "string" ? secrets.hide(value) : value))}\n`,
    );
  return {
    ...io,
    write,
    writeError,
    writeJson,
    isJson,
    secrets,
    style: createStyle(hasColors && !isJson),
    tell: (json, text) => (isJson ? writeJson(json) : writeError(`${text}\n`)),
  };
}

export function show(tool: Tool, { json, text, exit }: Outcome): ExitCode {
  if (tool.isJson) tool.writeJson(json);
  else if (text !== "") tool.write(`${text}\n`);
  return exit;
}

/** For failures that the program did not expect. */
const defect =
  "That is a defect of this program. Please report it, with what you called: https://github.com/agora-edge/agora-edge/issues";

/** How an error is told to people and to programs. */
export function wordsOf(tool: Tool, error: unknown): Outcome {
  const { style } = tool;
  const isLocal = isAgoraError(error) && /^invalid-(config|request)$/.test(error.kind);
  if (tool.signal.aborted) {
    return { exit: exitCodes.interrupted, json: { error: { kind: "interrupted" } }, text: "Ended by Ctrl+C." };
  }
  if (error instanceof Failure) {
    const { kind, message, exit } = error;
    return { exit, json: { error: { kind, message } }, text: `${style("red", "✗")} ${message}` };
  }
  if (error instanceof StorageError) {
    const { kind, message } = error;
    return { exit: exitCodes.failed, json: { error: { kind, message } }, text: `${style("red", "✗")} ${message}` };
  }
  if (!(error instanceof AgoraError)) {
    const message = error instanceof Error ? error.message : String(error);
    const text = `${style("red", "✗")} ${message}\n  ${defect}`;
    return { exit: exitCodes.failed, json: { error: { kind: "unexpected", message } }, text };
  }
  const { title, causes, docs } = explainError(error);
  const usual = causes.map((cause) => `\n    - ${cause}`).join("");
  return {
    exit: error.kind === "aborted" ? exitCodes.interrupted : isLocal ? exitCodes.settings : exitCodes.failed,
    json: { error: error.toJSON() },
    text: `${style("red", "✗")} ${style("bold", title)}\n  ${error.message}${usual}\n  ${style("dim", docs ?? error.docs)}`,
  };
}
