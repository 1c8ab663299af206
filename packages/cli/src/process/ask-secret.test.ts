import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { askSecret } from "./ask-secret.ts";

/** What somebody types, and what they see meanwhile. */
async function ask(typed: string) {
  const input = new PassThrough();
  let shown = "";
  const answer = askSecret("Secret: ", { input, output: { write: (text) => Boolean((shown += String(text))) } }).then(
    (value) => ({ value, shown }),
    (error: unknown) => ({ error, shown }),
  );
  input.write(typed);
  return answer;
}

test("what is typed is the answer, and is not shown", async () => {
  expect(await ask("hunter2\r")).toEqual({ value: "hunter2", shown: "Secret: \n" });
  expect(await ask("hunterr\b2\r")).toEqual({ value: "hunter2", shown: "Secret: \n" });
});

test("Ctrl+C ends the command, Ctrl+D the question", async () => {
  expect(await ask("hunt\u0003")).toMatchObject({ error: { kind: "interrupted", exit: 130 }, shown: "Secret: \n" });
  expect(await ask("\u0004")).toEqual({ value: "", shown: "Secret: \n" });
});
