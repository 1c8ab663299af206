import type { ClientContext } from "../../client/context.ts";
import type { AgoraOperation } from "../../operations.ts";
import type { Exchange } from "../../transport/exchange.ts";
import type { Transport } from "../../transport/transport.ts";

export interface Listener {
  /** The same client, overheard. */
  readonly context: ClientContext;
  /** The last answer to the operation itself. */
  own(): Exchange | undefined;
  /** The last answer with this status, to the operation or to a query on its behalf. */
  withStatus(status: number): Exchange | undefined;
}

/** Keeps the answers of one call as they came, for a page that is to see them so. */
export function listen(context: ClientContext, operation: AgoraOperation): Listener {
  let own: Exchange | undefined;
  let other: Exchange | undefined;
  const overhear = (transport: Transport): Transport => ({
    clock: transport.clock,
    send: (call) =>
      transport.send({
        ...call,
        onAnswer: (exchange) => {
          if (call.operation === operation) own = exchange;
          else other = exchange;
        },
      }),
  });
  const { transport, globalTransport } = context;
  return {
    context: { ...context, transport: overhear(transport), globalTransport: overhear(globalTransport) },
    own: () => own,
    withStatus: (status) => [own, other].find((exchange) => exchange?.status === status),
  };
}
