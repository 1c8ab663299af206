import { createFakeAgora, type FakeAgora } from "@agora-edge/msw/fake";
import { basicAuth } from "../../../auth/basic-auth.ts";
import { type AgoraClient, createAgoraClient } from "../../../client/agora-client.ts";
import type { SessionService } from "../../../machine/types.ts";
import type { Clock } from "../../../runtime/clock.ts";
import type { Supervisor, SupervisorStorage } from "../options.ts";

const never = <T>() => new Promise<T>(() => {});

/** What a supervisor of a test is made of. */
interface Parts {
  client: AgoraClient;
  storage: SupervisorStorage;
  clock: Clock;
}

export interface HouseOptions {
  fake?: FakeAgora;
  killAt?: number;
  afterSending?: boolean;
  hears?: boolean;
}

/** A supervisor whose process can be killed: what it sends and saves afterwards is lost. */
export function createHouse<S extends SessionService>(
  create: (parts: Parts) => Supervisor<S>,
  { fake = createFakeAgora({ seed: 1 }), killAt = Infinity, afterSending = false, hears = true }: HouseOptions = {},
) {
  let text: string | null = null;
  let saves = 0;
  let timer: unknown;
  let current: Supervisor<S>;
  let alarms = 0;
  const texts: string[] = [];
  const journal: string[] = [];

  function boot(): Supervisor<S> {
    let isDead = false;
    const kill = () => {
      isDead = true;
      current = boot();
    };
    const client = createAgoraClient({
      appId: fake.appId,
      auth: basicAuth(fake.customerId, fake.customerSecret),
      fetch: async (input, init) => {
        if (isDead) return never();
        const request = new Request(input, init);
        journal.push(request.method);
        const answer = await fake.fetch(request);
        return isDead ? never() : answer;
      },
      clock: fake.clock,
      random: () => 0,
      onWarning: () => {},
    });
    const storage: SupervisorStorage = {
      load: () => text,
      save: async (next) => {
        if (isDead) return never();
        text = next;
        texts.push(next);
        journal.push("save");
        saves += 1;
        if (saves === killAt && !afterSending) {
          kill();
          return never();
        }
        if (saves === killAt) fake.clock.setTimeout(kill, 0);
        return undefined;
      },
      setAlarm: (at) => {
        if (isDead) return;
        journal.push("alarm");
        alarms += 1;
        fake.clock.clearTimeout(timer);
        // The supervisor that lives then is woken.
        if (at !== null) timer = fake.clock.setTimeout(() => void current.alarm(), Math.max(0, at - fake.now()));
      },
    };
    return create({ client, storage, clock: fake.clock });
  }

  current = boot();
  fake.channel("room-1").join("1001");
  if (hears) fake.onNotification((event) => void current.receive(event));
  return {
    fake,
    get now() {
      return current;
    },
    /** The process ends between two events, as a Durable Object that has nothing to do. */
    evict: () => void (current = boot()),
    get saves() {
      return saves;
    },
    get alarms() {
      return alarms;
    },
    texts,
    /** What was done, in its order: `alarm`, `save`, or the method of a request. */
    journal,
  };
}
