import { isAgoraError } from "../errors/agora-error.ts";
import type { Clock } from "../runtime/clock.ts";
import type { InspectedRequest, InspectedResponse, Inspection } from "./inspection.ts";

/** Tells of requests one by one, whatever sends them. What it is given holds no secret. */
export interface RequestTeller {
  /** Gives the number of the request. */
  readonly asked: (request: Omit<InspectedRequest, "type" | "at" | "id">) => number;
  readonly answered: (id: number, answer: Pick<InspectedResponse, "status" | "body">) => void;
  /** Each error is told once. Without a number nothing was sent. */
  readonly failed: (id: number | undefined, error: unknown) => void;
}

/** How much of an answer that is no JSON is shown. */
export const excerptLength = 2000;

export function createRequestTeller(clock: Clock, tell: (inspection: Inspection) => void): RequestTeller {
  let requests = 0;
  const told = new WeakSet();
  return {
    asked(request) {
      const id = ++requests;
      tell({ type: "request", at: clock.now(), id, ...request });
      return id;
    },
    answered: (id, answer) => tell({ type: "response", at: clock.now(), id, ...answer }),
    failed(id, error) {
      if (id === undefined || !isAgoraError(error) || told.has(error)) return;
      told.add(error);
      tell({ type: "failure", at: clock.now(), id, error });
    },
  };
}
