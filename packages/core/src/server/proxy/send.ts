import type { Auth } from "../../auth/auth.ts";
import type { ClientContext } from "../../context/context.ts";
import { startedBefore } from "../../context/started-before.ts";
import { isAgoraError } from "../../errors/agora-error.ts";
import { isHarmless } from "../../errors/operations.ts";
import { secretsIn } from "../../redact/value.ts";
import { isObject, textAt, type JsonObject } from "../../runtime/json.ts";
import { createUpdateGap } from "../../stt/update-gap.ts";
import { keepAlive } from "../http/context.ts";
import { answerFailure, passOn, type Circumstances } from "./answer.ts";
import { forward } from "./forward.ts";
import type { GrantIssuer } from "./grant-issuer.ts";
import { narrow } from "./list-filter.ts";
import { finishFailure, finishResult, wantsFinished, wantsOnce } from "./page-answer.ts";
import { channelOf } from "./read-request.ts";
import type { Prepared } from "./steps.ts";
import { tap, type Tap } from "./tap.ts";
import type { HandleTeller } from "./tell-handle.ts";

interface SendOptions {
  /** Of the client that sends. */
  readonly context: ClientContext;
  readonly auth: Auth;
  readonly grants: GrantIssuer;
  readonly tellHandle: HandleTeller;
}

/** What the answer of the service lacks when it was an earlier attempt that worked: its IDs, by the service's names. */
function idsForAnswer(handle: JsonObject): Record<string, string> {
  const ids = { sid: textAt(handle, "sid"), taskId: textAt(handle, "taskId"), agent_id: textAt(handle, "agentId") };
  return Object.fromEntries(Object.entries(ids).flatMap(([name, id]) => (id === undefined ? [] : [[name, id]])));
}

/** Sends a call to Agora, and turns what came into an answer. From here on nothing may be lost. */
export function createSender({
  context,
  auth,
  grants,
  tellHandle,
}: SendOptions): (context: Prepared) => Promise<Response> {
  const { clock } = context.transport;
  const updates = createUpdateGap(clock);

  /** Only what was added here is kept from the page. */
  const circumstancesOf = ({ prepared, pageSecrets }: Prepared): Circumstances => ({
    secrets: [...auth.secrets(), ...secretsIn(prepared).filter((secret) => !pageSecrets.includes(secret))],
    now: clock.now(),
  });

  function grantFor({ route, identity, call, prepared }: Prepared, thing: object): Promise<string | undefined> {
    const channel = channelOf(route.operation, prepared);
    const { cname, uid } = { cname: channel.cname ?? call.cname ?? "", uid: channel.uid ?? call.uid ?? "", ...thing };
    return grants.issue(identity.subject, thing, { cname, uid });
  }

  async function answerResult(known: Prepared, result: object, heard: Tap): Promise<Response> {
    const { request, route } = known;
    const exchange = heard.own();
    if (!exchange) throw new TypeError("The service answered, and nobody heard it.");
    const { effect, name } = route.operation;
    const isFinished = wantsFinished(request) && name !== "sttAgents.list";
    if (effect !== "lease" && effect !== "begin") {
      const circumstances = circumstancesOf(known);
      return isFinished ? finishResult(result, exchange, circumstances) : passOn(exchange, circumstances);
    }
    const grant = await grantFor(known, result);
    if (effect === "begin") await tellHandle(result, grant, known);
    const circumstances = circumstancesOf(known);
    if (isFinished) return finishResult(result, exchange, circumstances, { grant });
    const fields = isObject(result) ? idsForAnswer(result) : {};
    return passOn(exchange, circumstances, { grant, status: 200, fields });
  }

  async function answerError(known: Prepared, error: unknown, heard: Tap): Promise<Response> {
    const { request, route, identity } = known;
    const { operation } = route;
    const status = isAgoraError(error) ? error.status : undefined;
    const exchange = status === undefined ? undefined : heard.withStatus(status);
    // The user with the grant of a recording's lease owns what runs on it. Builder tokens of one `instanceId` share a
    // task: there, only an attempt of this very call proves it. The app knows whose a name is.
    const { ownsName = false } = identity;
    const owns = { recording: true, sttTasks: startedBefore(error), sttAgents: ownsName, channels: false };
    const isOwn = operation.effect === "begin" && owns[operation.serviceName];
    const running = isAgoraError(error) && isOwn ? error.handle : undefined;
    const grant = running && (await grantFor(known, running));
    if (running && grant !== undefined) await tellHandle(running, grant, known);
    const circumstances = circumstancesOf(known);
    if (!wantsFinished(request)) return answerFailure(error, exchange, circumstances, { grant });
    return finishFailure(request, error, exchange, circumstances, { operation, grant });
  }

  async function send(known: Prepared, signal: AbortSignal | undefined): Promise<Response> {
    const { request, route, call, binding, identity, prepared: body } = known;
    const { operation } = route;
    const heard = tap(context, operation.name, identity.subject);
    const target = { ...call.handle, ...binding };
    const filter = narrow(route.query, identity.list ?? {});
    const once = wantsOnce(request);
    try {
      const result = await forward({ operation, context: heard.context, target, body, filter, updates, signal, once });
      return await answerResult(known, result, heard);
    } catch (error) {
      return answerError(known, error, heard);
    }
  }

  return (known) => {
    // A read can be aborted, and a lost lease costs nothing. Everything else goes on when the visitor has left.
    const { request, route, server } = known;
    if (isHarmless(route.operation.effect)) return send(known, request.signal);
    const work = send(known, undefined);
    keepAlive(server, work);
    return work;
  };
}
