// For developer tools: what the requests and sessions of a client do. Not in the bundle of an app that does not import it.
import { internalsOf } from "./context/internals.ts";
import { clockOf, partsOf } from "./context/parts-of.ts";
import type { Inspection } from "./inspect/inspection.ts";
import { createToPlain } from "./inspect/plain.ts";
import { watchPage } from "./inspect/page-requests.ts";
import { watchPipeline } from "./inspect/pipeline-requests.ts";
import { createRequestTeller } from "./inspect/tell-requests.ts";
import { createReadTransition } from "./inspect/transitions.ts";
import { notify } from "./runtime/notify.ts";
import { transitionListeners } from "./sessions/transitions.ts";

export type {
  InspectedFailure,
  InspectedRequest,
  InspectedResponse,
  InspectedState,
  InspectedStep,
  InspectedTransition,
  Inspection,
} from "./inspect/inspection.ts";

/** Told of everything that a client and its sessions do. */
export type Inspector = (inspection: Inspection) => void;

const inspectorsOf: WeakMap<object, Set<Inspector>> = /* @__PURE__ */ new WeakMap();

function open(client: object): Set<Inspector> {
  const inspectors = new Set<Inspector>();
  inspectorsOf.set(client, inspectors);
  const tell = (inspection: Inspection) => {
    for (const inspector of inspectors) notify(inspector, () => inspection);
  };
  const readTransition = createReadTransition();
  const teller = createRequestTeller(clockOf(client), tell);
  const { watch } = partsOf(client);
  if (watch) watchPage(watch, teller);
  const { transport, globalTransport } = internalsOf(client)?.context ?? {};
  if (transport) watchPipeline(transport, teller);
  if (globalTransport) watchPipeline(globalTransport, teller);
  transitionListeners.set(client, (transition) => {
    if (inspectors.size > 0) tell(readTransition(transition));
  });
  return inspectors;
}

/**
 * Tells `inspector` of every request of a client, and of every transition of its sessions: the event, the state before and
 * after it, and the effects. For developer tools. What it is told holds no secret: keys, tokens and grants are redacted.
 *
 * @param client made by `createPageClient`, `createAgoraClient` or the factory of one service; of one made by hand the
 *   transitions alone
 * @returns what ends it
 * @example
 * const stop = inspect(agora, (inspection) => {
 *   if (inspection.type === "transition") console.log(inspection.event.type, inspection.state.status);
 * });
 */
export function inspect(client: object, inspector: Inspector): () => void {
  const inspectors = inspectorsOf.get(client) ?? open(client);
  // The same function may be given twice.
  const own: Inspector = (inspection) => inspector(inspection);
  inspectors.add(own);
  return () => void inspectors.delete(own);
}

/** A copy of a value as JSON has it, such as of what `toJSON()` of a session gives, without secrets. */
export function withoutSecrets(value: object): unknown {
  return createToPlain()(value);
}
