import { expect, test } from "vitest";
import { pickText } from "../explain/explain-error.ts";
import type { AgoraErrorKind } from "../errors/kinds.ts";
import { en } from "../locales/en.ts";
import { reasons } from "../locales/en/reasons.ts";
import type { AgoraOperation } from "../errors/operations.ts";
import { type DocumentedFailure, documentedFailures } from "./testing/documented-failures.ts";

const [, mayHaveWorked, checkFirst] = en["in-doubt"];
const doubt = `"${mayHaveWorked} ${checkFirst}"`;

const reasonTable = [
  "| Reason | In words |",
  "|---|---|",
  ...Object.entries(reasons).map(
    ([key, [explanation, action]]) => `| \`${key.slice("reason:".length)}\` | ${explanation} ${action} |`,
  ),
].join("\n");

const head = `# Errors

Every failure is an \`AgoraError\`. \`kind\` says what happened; \`retry\` what may be repeated, with which pauses, and whether the
failed call may have taken effect all the same (\`outcomeUnknown\`, "in doubt" below). \`explainError(error)\` gives title,
explanation, action and causes; \`explainError(error, { locale: zhCN })\` the same in Chinese.

| Class | When |
|---|---|
| \`AgoraApiError\` | an answer came, and it was not a success: anything but HTTP 200, which includes 201 and 206 |
| \`AgoraNetworkError\` | no answer came because the connection failed; the message quotes what the platform or the given \`fetch\` said, without secrets |
| \`AgoraTimeoutError\` | no answer came within \`timeout\`, or the call took longer than \`maxElapsed\` |
| \`AgoraAbortError\` | the caller's \`signal\` aborted the call |
| \`AgoraValidationError\` | the request was wrong before it was sent, or the client was made with wrong options, or the answer lacks what it is for; \`issues\` has every path |

\`isAgoraError(error)\` recognises all of them, also from another copy of the package.

The same code means different things on different operations; the tables below are per service. On an operation for which they do
not list a code, it means what it means elsewhere: 433 is \`resource-expired\` wherever it comes.

Where a call may have taken effect and the text of its kind does not say so, this is added: ${doubt}

Some words of code 2 (\`invalid-parameter\`) are known from practice and have a text of their own:

${reasonTable}

What waits is no failure: after a stop in mode \`raw\` the \`upload\` can be \`stranded\`, files that are still on the recording
server and are uploaded later ([recording.md](recording.md)). \`explainState("recording.upload", "stranded")\` says so in words.

This file is written by a test from the catalogue (\`vitest -u\` renews it).
`;

function signs(failure: DocumentedFailure): string {
  const [, , status, { code, message, reason }] = failure;
  const text = message ?? reason;
  const named = [code === undefined ? "" : `code ${code}`, text === undefined ? "" : `"${text}"`].filter(Boolean);
  return named.length > 0 ? named.join(", ") : `HTTP ${status}`;
}

function repeat([, , , , , policy, seconds, unknown]: DocumentedFailure): string {
  return policy + (seconds.length > 0 ? ` (${seconds.join(", ")} s)` : "") + (unknown ? ", in doubt" : "");
}

function table(service: "recording" | "stt"): string {
  const rows = documentedFailures
    .filter(([of]) => of === service)
    .map((failure) => {
      const [, operations, , , kind] = failure;
      const prefix = service === "recording" ? "recording" : "sttTasks";
      const [first] = operations.split(" ");
      const [, explanation, action] = pickText(en, kind, `${prefix}.${first}` as AgoraOperation);
      const where = operations.split(" ").length > 4 ? "any" : operations.replaceAll(" ", ", ");
      return `| \`${kind}\` | ${where} | ${signs(failure)} | ${repeat(failure)} | ${explanation} ${action} |`;
    });
  return ["| Kind | On | Signs | Repeat | In words |", "|---|---|---|---|---|", ...new Set(rows)].join("\n");
}

const local: readonly AgoraErrorKind[] = [
  "dns-failure",
  "network-error",
  "client-timeout",
  "non-json-response",
  "unexpected-redirect",
  "unexpected-response",
  "aborted",
  "invalid-config",
  "invalid-request",
  "invalid-state",
  "storage-failed",
  "invalid-signature",
  "proxy-unauthenticated",
  "proxy-forbidden",
  "proxy-rejected",
];

test("docs/errors.md says what the catalogue says", async () => {
  const own = local.map((kind) => {
    const [, explanation, action] = pickText(en, kind);
    return `| \`${kind}\` | ${explanation} ${action} |`;
  });
  const parts = [
    head,
    "## Found by the client itself\n",
    ["| Kind | In words |", "|---|---|", ...own].join("\n"),
    "\n## Cloud Recording\n",
    table("recording"),
    "\n## Real-Time Speech-to-Text\n",
    `${table("stt")}\n`,
  ];
  await expect(parts.join("\n")).toMatchFileSnapshot("../../../../docs/errors.md");
});
