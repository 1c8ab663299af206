import type { AnyClient, CachedSession } from "@agora-edge/core";
import { withoutSecrets } from "@agora-edge/core/inspect";
import { Fragment, type ReactNode } from "react";
import { useLeaseCountdown } from "../../countdown/use-lease-countdown.ts";
import { useWords } from "../words/words.ts";
import { ClockTime } from "./clock-time.tsx";
import { Disclosure } from "./disclosure.tsx";
import { Explained } from "./explained.tsx";
import { Json } from "./json.tsx";
import { Ledger } from "./ledger.tsx";

type Snapshot = ReturnType<CachedSession["session"]["getSnapshot"]>;

function Countdown({ snapshot, client }: { snapshot: Snapshot; client: AnyClient }): ReactNode {
  const words = useWords();
  const seconds = useLeaseCountdown(snapshot, client);
  return <span role="timer">{seconds ? words.secondsLeft(seconds) : words.leaseOver}</span>;
}

/** What runs, by the names that the service has for it. */
function namesIn(handle: object | null): readonly (readonly [string, string])[] {
  const shown = ["cname", "uid", "mode", "name", "instanceId", "sid", "taskId", "agentId"];
  const plain = Object.entries(handle ?? {});
  return plain.flatMap(([name, value]: [string, unknown]) =>
    shown.includes(name) && typeof value === "string" ? [[name, value] as const] : [],
  );
}

/** Everything about one session. */
export function SessionView({ cached, client }: { cached: CachedSession; client: AnyClient }): ReactNode {
  const words = useWords();
  const { session, key, users } = cached;
  const snapshot = session.getSnapshot();
  const state = withoutSecrets(session.toJSON());
  const { lease, startedAt, checkedAt, serverStatus, ending, upload, files, error, handle } = snapshot;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ...namesIn(handle),
    [words.lease, lease && <Countdown snapshot={snapshot} client={client} />],
    [words.serverStatus, serverStatus],
    [words.startedAt, startedAt && <ClockTime at={startedAt} />],
    [words.checkedAt, checkedAt && <ClockTime at={checkedAt} />],
    [words.ending, ending],
    [words.upload, upload],
    [words.files, files.length || null],
    [words.users, words.components(users)],
    [words.key, <code key="key">{key}</code>],
  ];
  return (
    <>
      {snapshot.isRestoring && <p className="note">{words.restoring}</p>}
      {snapshot.isPaused && <p className="note">{words.paused}</p>}
      {snapshot.unsettled && <p className="note">{words.unsettled}</p>}
      {error && <Explained error={error} />}
      <dl>
        {facts.map(([name, value]) =>
          value === null || value === undefined ? null : (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ),
        )}
      </dl>
      <Ledger state={state} />
      <Disclosure summary={words.wholeState}>{() => <Json value={state} label={words.wholeState} />}</Disclosure>
    </>
  );
}
