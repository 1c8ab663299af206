import { Faults, type MetFault } from "../faults/faults.ts";
import { toResponse, type Answer } from "../http/answer.ts";
import { dispatch } from "./dispatch.ts";
import { networkError, type Hosts } from "../http/hosts.ts";
import { readIncoming, type Incoming } from "../http/incoming.ts";
import { unexpectedRequest } from "../http/nearest.ts";
import { Journal, noteAnswer, noteBody } from "../http/journal.ts";
import { OverridesByName } from "../runtime/overrides.ts";
import { isSttRoute, matchRoute, type Route } from "../http/routes.ts";
import { createThrottle } from "../http/throttle.ts";
import { dispatchStt, type SttRequest } from "./dispatch-stt.ts";
import { readSttRequest } from "./read-stt.ts";
import type { Arrival } from "../time/trips.ts";
import { hang, wait } from "../time/wait.ts";
import { throwUncaught } from "../runtime/uncaught.ts";
import type { ServiceState } from "../state/state.ts";

/** The way from a request to its answer, with everything that can happen on it. */
export interface Connection {
  readonly journal: Journal;
  readonly faults: Faults;
  readonly hosts: Hosts;
  restTokens: readonly string[] | null;
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
  clear(): void;
}

export function createConnection(state: ServiceState, restTokens: readonly string[] | null): Connection {
  const { scheduler } = state;
  const journal = new Journal();
  const faults = new Faults();
  const hosts: Hosts = new OverridesByName();
  const throttle = createThrottle(state.settings.rateLimit);

  /** What there is to do for a request, once everything about it that takes time is done. */
  async function prepare(incoming: Incoming, route: Route, text: string): Promise<() => Answer> {
    const passes = () => throttle.pass(scheduler.now());
    const gate = () => ({ restTokens: connection.restTokens, passes });
    if (isSttRoute(route)) {
      const request: SttRequest = await readSttRequest(route, incoming, text);
      return () => dispatchStt(state, gate(), request);
    }
    const { headers } = incoming;
    const [authorization, contentType] = [headers.get("authorization"), headers.get("content-type")];
    return () => dispatch(state, gate(), { route, text, authorization, contentType });
  }

  async function answer(
    incoming: Incoming,
    serve: () => Answer,
    { fault, arrival }: { fault: MetFault | null; arrival: Arrival },
  ): Promise<Answer> {
    const { signal, url } = incoming;
    const hold = async (ms: number) => {
      if (ms > 0) await arrival.hold(wait(scheduler, ms, signal));
    };
    if (!fault?.effect) {
      if (fault?.twice) serve();
      const normal = serve();
      await hold((fault?.delay ?? 0) + (normal.holdMs ?? 0));
      return normal;
    }
    if (fault.tookEffect) serve();
    await hold(fault.delay);
    if (fault.effect.kind === "hang") return arrival.hold(hang(signal));
    if (fault.effect.kind === "network") throw networkError(url.host, fault.effect.trouble);
    return fault.effect.answer;
  }

  /** A reset cuts what is under way: the caller sees a broken connection, the service nothing. */
  function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    return new Promise((resolve, reject) => {
      const incoming = readIncoming(input, init);
      const cut = () => reject(networkError(incoming.url.host, "refused"));
      const leave = state.epoch.onEnd(cut);
      converse(incoming).then(resolve, reject).finally(leave);
    });
  }

  async function converse(incoming: Incoming): Promise<Response> {
    const epoch = state.epoch.current;
    const checkEra = () => {
      if (epoch !== state.epoch.current) throw networkError(incoming.url.host, "refused");
    };
    incoming.signal?.throwIfAborted();
    scheduler.catchUp();
    const arrival = scheduler.arrive({ method: incoming.method, url: incoming.askedFor ?? incoming.url.href });
    const route = matchRoute(incoming.method, incoming.url);
    const requestId = state.ids.requestId();
    const entry = journal.open(incoming, route, scheduler.now(), requestId);
    if (route.operation === null) refuseUnexpected(incoming);
    const trouble = hosts.top(incoming.url.host);
    if (trouble === "hang") return arrival.hold(hang(incoming.signal));
    if (trouble) throw networkError(incoming.url.host, trouble);
    const fault = route.operation === null ? null : faults.take(route.operation);
    const text = await incoming.text();
    noteBody(entry, text);
    const serve = await prepare(incoming, route, text);
    checkEra();
    scheduler.catchUp();
    const result = await answer(incoming, serve, { fault, arrival });
    noteAnswer(entry, result);
    scheduler.touch();
    return toResponse(result, { requestId, method: incoming.method });
  }

  function refuseUnexpected({ method, url, askedFor }: Incoming): void {
    const { strict } = state.settings;
    if (strict === false) return;
    const error = new Error(unexpectedRequest(method, url.href, askedFor));
    if (strict === true) throwUncaught(error);
    else strict(error);
    throw error;
  }

  const connection: Connection = {
    journal,
    faults,
    hosts,
    restTokens,
    fetch,
    clear() {
      journal.clear();
      faults.clear();
      hosts.clear();
      throttle.clear();
    },
  };
  return connection;
}
