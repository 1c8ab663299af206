import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { exitCodes } from "../tool/exit-codes.ts";
import { Failure } from "../tool/failure.ts";

/** A terminal: what is typed, and where questions are shown. */
interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: Pick<NodeJS.WritableStream, "write">;
}

/** Asks in the terminal; what is typed is not shown. Empty where the input ends. */
export function askSecret(question: string, { input, output }: Terminal): Promise<string> {
  output.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input, output: silent, terminal: true });
  return new Promise<string>((resolve, reject) => {
    terminal.question("", resolve);
    terminal.once("close", () => resolve(""));
    // The line editor has taken Ctrl+C from the process.
    terminal.once("SIGINT", () => reject(new Failure(exitCodes.interrupted, "interrupted", "Ended by Ctrl+C.")));
  }).finally(() => {
    terminal.close();
    output.write("\n");
  });
}
