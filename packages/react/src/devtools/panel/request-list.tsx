import { memo, type ReactNode } from "react";
import type { RequestRow } from "../log/log.ts";
import { useWords } from "../words/words.ts";
import { ClockTime } from "./clock-time.tsx";
import { Disclosure } from "./disclosure.tsx";
import { Explained } from "./explained.tsx";
import { Json } from "./json.tsx";

/** The requests of a client, the latest first. */
export function RequestList({ requests }: { requests: readonly RequestRow[] }): ReactNode {
  const words = useWords();
  if (requests.length === 0) return <p>{words.noRequests}</p>;
  return (
    <ol>
      {requests.toReversed().map((row) => (
        <li key={row.id}>
          <Request row={row} />
        </li>
      ))}
    </ol>
  );
}

const Request = memo(function Request({ row }: { row: RequestRow }) {
  const words = useWords();
  const { at, operation, attempt, method, url, body, status, response, error, endedAt } = row;
  const isBad = error !== null || (status !== null && status !== 200);
  const summary = (
    <>
      <ClockTime at={at} /> <code>{operation}</code>{" "}
      <b className={isBad ? "bad" : "good"}>{status ?? (error ? words.noAnswer : words.pending)}</b>
      {error && <code className="bad"> {error.kind}</code>}
      <span className="hint">
        {endedAt !== null && ` ${Math.max(0, endedAt - at)} ms`}
        {attempt > 1 && ` · ${words.attempt(attempt)}`}
      </span>
    </>
  );
  return (
    <Disclosure summary={summary}>
      {() => (
        <>
          {error && <Explained error={error} />}
          <h4>{words.sent}</h4>
          <p>
            <code>
              {method} {url}
            </code>
          </p>
          {body !== null && <Json value={body} label={words.sent} />}
          {status !== null && (
            <>
              <h4>{words.answered}</h4>
              <Json value={response} label={words.answered} />
            </>
          )}
        </>
      )}
    </Disclosure>
  );
});
