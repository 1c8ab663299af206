import type { AgoraError, AgoraOperation } from "@agora-edge/core";
import type { InspectedRequest, InspectedTransition, Inspection } from "@agora-edge/core/inspect";

/** One request, and what came of it so far. */
export interface RequestRow extends Omit<InspectedRequest, "type"> {
  readonly operation: AgoraOperation;
  /** Null until an answer is there. */
  readonly status: number | null;
  readonly response: unknown;
  readonly error: AgoraError | null;
  /** When the answer was there, or it was clear that none comes; in ms since the epoch. */
  readonly endedAt: number | null;
}

/** One transition. */
export interface TransitionRow extends InspectedTransition {
  /** Of the row; grows. */
  readonly id: number;
}

/** The last things that a client and its sessions did, the oldest first. */
export interface Log {
  readonly requests: readonly RequestRow[];
  readonly transitions: readonly TransitionRow[];
}

export const emptyLog: Log = { requests: [], transitions: [] };

/** More of them would take memory, and are too many to read. */
export const mostRequests = 200;
export const mostTransitions = 500;

function add<T>(list: readonly T[], one: T, most: number): readonly T[] {
  return [...list.slice(Math.max(0, list.length + 1 - most)), one];
}

function change(log: Log, id: number, fields: Partial<RequestRow>): Log {
  return { ...log, requests: log.requests.map((row) => (row.id === id ? { ...row, ...fields } : row)) };
}

/** The log after one more thing has happened. */
export function record(log: Log, inspection: Inspection): Log {
  switch (inspection.type) {
    case "transition": {
      const row = { ...inspection, id: (log.transitions.at(-1)?.id ?? 0) + 1 };
      return { ...log, transitions: add(log.transitions, row, mostTransitions) };
    }
    case "request": {
      const { type: _, ...request } = inspection;
      const row: RequestRow = { ...request, status: null, response: null, error: null, endedAt: null };
      return { ...log, requests: add(log.requests, row, mostRequests) };
    }
    case "response": {
      const { id, at, status, body } = inspection;
      return change(log, id, { status, response: body, endedAt: at });
    }
    case "failure": {
      const { id, at, error } = inspection;
      const row = log.requests.find((one) => one.id === id);
      return change(log, id, { error, endedAt: row?.endedAt ?? at });
    }
  }
}
