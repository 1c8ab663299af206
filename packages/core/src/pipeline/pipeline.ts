import { redact, secretsIn } from "../redact/value.ts";
import type { Clock } from "../runtime/clock.ts";
import { authorize } from "./authorize.ts";
import type { Answer, Call, ReceivedAnswer } from "./call.ts";
import { compose, type Step } from "./compose.ts";
import type { PipelineConfig } from "./config.ts";
import { chooseHost } from "./hosts.ts";
import { limitTime } from "./limit-time.ts";
import { stepsOf, withRequestId } from "./middleware.ts";
import { observe } from "./observe.ts";
import { limitRate } from "./rate-limit.ts";
import { retry } from "./retry.ts";
import { createSender } from "./send.ts";
import { serialize } from "./serialize.ts";
import { beginAttempt, type AttemptState, type CallState, type CallSteps } from "./state.ts";

export interface Pipeline {
  readonly clock: Clock;
  /**
   * Sends a call, moves through the hosts and repeats as documented. `use` are steps of this call alone.
   *
   * @throws AgoraError for everything but a success
   */
  send(call: Call, use?: readonly CallSteps[]): Promise<ReceivedAnswer>;
}

/** Where the steps that a call brings along have their place. */
const brought =
  <Context>(
    stateOf: (context: Context) => CallState,
    pick: (steps: CallSteps) => Step<Context, Answer> | undefined,
  ): Step<Context, Answer> =>
  (context, next) => {
    const steps = stateOf(context).use.flatMap((one) => pick(one) ?? []);
    return steps.length === 0 ? next() : compose(steps, next)(context);
  };

const stateOf = ({ state }: AttemptState): CallState => state;

/** What a success is shown as in an error about it. */
const excerptLength = 300;

export function createPipeline(config: PipelineConfig): Pipeline {
  const { auth, clock, limiter, maxElapsed, random } = config;
  const own = config.use.map(stepsOf);
  const isWatched = config.onRequest ?? config.onResponse;

  const makeAttempt = compose<AttemptState, Answer>(
    [
      brought(stateOf, ({ attempt }) => attempt),
      authorize(config),
      ...(limiter ? [limitRate(limiter, random)] : []),
      chooseHost(config.hosts),
      brought(stateOf, ({ request }) => request),
      limitTime,
      ...own.flatMap(({ request }) => request ?? []),
      ...(isWatched ? [observe(config)] : []),
    ],
    createSender(config),
  );
  const makeCall = compose<CallState, Answer>(
    [
      ...own.flatMap(({ call }) => call ?? []),
      brought(
        (state: CallState) => state,
        ({ call }) => call,
      ),
      serialize,
      retry({ hooks: config, isDirect: auth !== undefined, options: config.retry, random }),
    ],
    (state) => makeAttempt(beginAttempt(state)),
  );

  return {
    clock,
    async send(call, use = []) {
      const secrets = () => [
        ...(auth?.secrets() ?? []),
        ...secretsIn(call.body),
        ...secretsIn(call.handle),
        ...(call.secrets ?? []),
      ];
      const { operation, method, path, signal } = call;
      const begin = clock.now();
      const state: CallState = {
        call,
        context: { operation, method, path, signal },
        clock,
        secrets,
        waiting: undefined,
        use,
        body: undefined,
        deadline: begin + (maxElapsed ?? Math.max(60_000, call.timeout)),
        attempts: 0,
        failure: undefined,
        latest: undefined,
      };
      const answer = await makeCall(state);
      const { sentAt = begin, receivedAt = clock.now() } = state.latest ?? {};
      const excerpt = () => JSON.stringify(redact(answer.body, secrets())).slice(0, excerptLength);
      return {
        status: answer.status,
        body: answer.body,
        requestId: () => withRequestId(state, answer).requestId,
        sentAt,
        receivedAt,
        excerpt,
      };
    },
  };
}
