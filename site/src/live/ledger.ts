// What the sessions of an example keep in their ledger: every run that may be alive.
import { inspect } from "@agora-edge/core/inspect";
import { useAgoraClient } from "@agora-edge/react";
import { useEffect, useState } from "react";

interface Entry {
  /** Of a recording its sid, of a transcription the ID of the agent; null while nobody has named it. */
  readonly id: unknown;
  readonly confirmed: unknown;
  readonly shall: "run" | "end";
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function entryOf(run: unknown): Entry[] {
  if (!isObject(run)) return [];
  const { handle, confirmed, endAskedAt } = run;
  const id = isObject(handle) ? (handle.sid ?? handle.agentId) : null;
  return [{ id, confirmed, shall: endAskedAt === null ? "run" : "end" }];
}

/** Of the client of the nearest provider. */
export function useLedger(): readonly Entry[] {
  const client = useAgoraClient();
  const [ledger, setLedger] = useState<readonly Entry[]>([]);
  useEffect(
    () =>
      inspect(client, (inspection) => {
        if (inspection.type !== "transition") return;
        const { runs } = inspection.state;
        setLedger(Array.isArray(runs) ? runs.flatMap(entryOf) : []);
      }),
    [client],
  );
  return ledger;
}
