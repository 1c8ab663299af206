import type { ClientContext } from "../../context/context.ts";
import type { AgoraOperation } from "../../errors/operations.ts";
import type { Exchange } from "../../pipeline/exchange.ts";
import type { Pipeline } from "../../pipeline/pipeline.ts";
import type { AttemptStep } from "../../pipeline/state.ts";

export interface Tap {
  /** The same client, overheard. */
  readonly context: ClientContext;
  /** The last answer to the operation itself. */
  own(): Exchange | undefined;
  /** The last answer with this status, to the operation or to a query on its behalf. */
  withStatus(status: number): Exchange | undefined;
}

/** Sends one call on behalf of its subject, and keeps the answers as they came, for a page that is to see them so. */
export function tap(context: ClientContext, operation: AgoraOperation, subject: string): Tap {
  let own: Exchange | undefined;
  let other: Exchange | undefined;
  const keep: AttemptStep = async (attempt, next) => {
    try {
      return await next();
    } finally {
      if (attempt.state.call.operation === operation) own = attempt.exchange ?? own;
      else other = attempt.exchange ?? other;
    }
  };
  const overhear = (pipeline: Pipeline): Pipeline => ({
    clock: pipeline.clock,
    send: (call, use = []) => pipeline.send({ ...call, subject }, [...use, { attempt: keep }]),
  });
  const { transport, globalTransport } = context;
  return {
    context: { ...context, transport: overhear(transport), globalTransport: overhear(globalTransport) },
    own: () => own,
    withStatus: (status) => [own, other].find((exchange) => exchange?.status === status),
  };
}
