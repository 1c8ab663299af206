// P5: from the body of an error to an error that explains itself, and what the size of the catalogue has to do with it.
import { basicAuth, createAgoraClient, explainError } from "@agora-edge/core";
import { errorOfAnswer } from "@agora-edge/core/contract";
import { decodeFailure } from "../../packages/core/src/catalogue/decode.ts";
import { recordingCatalogue } from "../../packages/core/src/catalogue/recording.ts";
import { compare, judge } from "../lib/compare.mjs";
import { interleave, timed } from "../lib/rounds.mjs";
import { ratio } from "../lib/stats.mjs";
import { account, acquireRequest, answers, instantFetch } from "../lib/wire.mjs";

const body = JSON.stringify({ code: 433, reason: "resource expired", requestId: "5f6b0f1c9c0d4c0f" });
const failure = {
  operation: "recording.start",
  status: 400,
  code: 433,
  texts: ["resource expired"],
  isJson: true,
};

/**
 * The catalogue so many times over: failures that are not the one which is looked for, then the catalogue as it is.
 * They are those of other operations, or of the same one with other numbers and texts.
 */
function grown(times, operation) {
  const others = Array.from({ length: times - 1 }, (_, turn) =>
    recordingCatalogue.rows.map(([, code, text, ...row]) =>
      operation
        ? [operation, code && code + 10_000 * (turn + 1), `${turn} ${text}`, ...row]
        : ["sttAgents", code, text, ...row],
    ),
  ).flat();
  return { rows: [...others, ...recordingCatalogue.rows], statuses: recordingCatalogue.statuses, picked: {} };
}

/** Turns of some milliseconds: shorter ones are mostly noise. */
const naming = (catalogue) => timed(() => decodeFailure(catalogue, failure), 20_000);

/** As if each were the first failure of its operation. */
const namingFirst = (catalogue) =>
  timed(() => {
    catalogue.picked = {};
    decodeFailure(catalogue, failure);
  }, 200);

const decodeAndExplain = () => explainError(errorOfAnswer("recording.start", { status: 400, text: body }));

function acquireFrom(answer, status) {
  const { appId, customerId, customerSecret } = account;
  const agora = createAgoraClient({
    appId,
    auth: basicAuth(customerId, customerSecret),
    baseUrl: "https://service.example",
    fetch: instantFetch(answer, status),
    rateLimit: false,
    retry: false,
  });
  return () => agora.recording.acquire(acquireRequest).catch(explainError);
}

export async function measure({ full }) {
  const plan = { rounds: full ? 300 : 60, warmUp: 10 };
  const [small, large, same] = [grown(1), grown(10), grown(10, failure.operation)];
  const parts = await interleave(
    {
      parse: timed(() => JSON.parse(body), 2000),
      explain: timed(decodeAndExplain, 500),
      small: naming(small),
      large: naming(large),
      same: naming(same),
      smallFirst: namingFirst(grown(1)),
      largeFirst: namingFirst(grown(10)),
      sameFirst: namingFirst(grown(10, failure.operation)),
    },
    plan,
  );
  const calls = await interleave(
    { failed: timed(acquireFrom(body, 400), 200), fine: timed(acquireFrom(answers.acquire, 200), 200) },
    plan,
  );
  const flat = ratio(parts.large, parts.small);
  return {
    rows: [
      compare({
        what: "a body to an explained error",
        against: "JSON.parse of the same body",
        unit: "µs",
        ours: parts.explain,
        theirs: parts.parse,
      }),
      compare({
        what: "a whole call that fails",
        against: "one that succeeds",
        unit: "µs",
        ours: calls.failed,
        theirs: calls.fine,
      }),
      {
        ...compare({
          what: "naming it again, with ten times the rows, of other operations",
          against: "in the catalogue as it is",
          unit: "µs",
          ours: parts.large,
          theirs: parts.small,
        }),
        ...judge(flat.mid, { atMost: 1.25 }),
      },
      ...[
        ["naming it again, with ten times the rows, of the same operation", "small", "same"],
        ["naming it for the first time, with ten times the rows, of other operations", "smallFirst", "largeFirst"],
        ["naming it for the first time, with ten times the rows, of the same operation", "smallFirst", "sameFirst"],
      ].map(([what, as, more]) =>
        compare({
          what,
          against: "in the catalogue as it is",
          unit: "µs",
          ours: parts[more],
          theirs: parts[as],
        }),
      ),
    ],
    notes: [
      `The catalogue of recordings has ${small.rows.length} rows. Most of an error is its stack trace, which the platform collects.`,
      "The rows of an operation are picked out at its first failure and kept. So the aim is about every later failure, and about rows of other operations: it does not say that picking them, or more rows of the same operation, costs nothing. Both are in the lines without an aim.",
    ],
  };
}
