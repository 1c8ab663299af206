import type { FakeNotification } from "../state/notification.ts";
import { wait } from "../time/wait.ts";
import type { ServiceState } from "../state/state.ts";
import type { DeliveryOptions } from "../state/delivery.ts";
import { signNotification } from "./sign.ts";

/** The address of a webhook, or what would answer there. */
export type NotificationTarget = string | URL | ((request: Request) => Response | Promise<Response>);

/** Options of `sendNotificationsTo`. */
export interface SendOptions extends DeliveryOptions {
  /** The secret of the product's block in the console. */
  secret: string;
  /** Notifications of one product alone, each has a secret of its own: 3 recording, 20 transcription. Default: all */
  productId?: FakeNotification["productId"];
  /** What a handler sees as its address. Default: https://webhook.example/ */
  url?: string;
  /** Called after each attempt. */
  onDelivery?: (delivery: NotificationDelivery) => void;
  /** How often a failed one is sent again. Default: 3, as documented */
  resends?: number;
}

/** One attempt to deliver one notification. */
export interface NotificationDelivery {
  /** What was sent. */
  readonly notification: FakeNotification;
  /** 0 at first, then the number of the resend. */
  readonly resend: number;
  /** Of the answer; null without an answer in 10 s, or without a connection. */
  readonly status: number | null;
  /** Whether that counts as received: 200 with a JSON body. */
  readonly received: boolean;
}

/** Notifications that are sent, and what became of them. */
export interface NotificationSender {
  /** The last 1000 since the last reset. */
  readonly deliveries: readonly NotificationDelivery[];
  /** When everything that is under way now has been answered; resends that wait for their time are not under way. */
  settled(): Promise<void>;
  /** Nothing more is sent there. */
  stop(): void;
}

const patienceMs = 10_000;
/** "At once, then with growing gaps": the gaps themselves are not documented. */
const gaps = [0, 5_000, 30_000];
const kept = 1000;

export function sendNotifications(
  state: ServiceState,
  target: NotificationTarget,
  options: SendOptions,
): NotificationSender {
  const { scheduler } = state;
  const { secret, productId, url = "https://webhook.example/", resends = gaps.length } = options;
  const deliveries: NotificationDelivery[] = [];
  const underWay = new Set<Promise<void>>();
  const reach = typeof target === "function" ? target : (request: Request) => fetch(request);
  const address = typeof target === "function" ? url : String(target);
  /** Signing takes its time; those sent first are to arrive first. */
  let signing: Promise<unknown> = Promise.resolve();
  let stopped = false;

  async function sign(body: string): Promise<Request> {
    const before = signing;
    const work = signNotification(body, secret);
    signing = Promise.allSettled([before, work]);
    scheduler.during(signing);
    await before;
    const headers = { "Content-Type": "application/json", ...(await work) };
    return new Request(address, { method: "POST", headers, body, redirect: "manual" });
  }

  async function attempt(notification: FakeNotification, resend: number): Promise<void> {
    const epoch = state.epoch.current;
    const isOver = () => stopped || epoch !== state.epoch.current;
    const notifyMs = resend === 0 ? notification.notifyMs : Math.floor(scheduler.now());
    const sent: FakeNotification = { ...notification, notifyMs };
    const request = await sign(JSON.stringify(sent));
    if (isOver()) return;
    const { status, received } = await ask(request);
    if (isOver()) return;
    const delivery = { notification: sent, resend, status, received };
    deliveries.push(delivery);
    options.onDelivery?.(delivery);
    if (deliveries.length > kept) deliveries.shift();
    scheduler.touch();
    if (received || resend >= resends) return;
    const gap = gaps[resend] ?? gaps.at(-1) ?? 0;
    if (gap === 0) await attempt(notification, resend + 1);
    else scheduler.at(scheduler.now() + gap, () => start(notification, resend + 1), { outside: true });
  }

  /** Waits no longer than the service would, on the fake's clock. */
  async function ask(request: Request): Promise<Pick<NotificationDelivery, "status" | "received">> {
    const giveUp = new AbortController();
    const leave = state.epoch.onEnd(() => giveUp.abort());
    const late = wait(scheduler, patienceMs, giveUp.signal).then(
      () => null,
      () => null,
    );
    try {
      const response = await Promise.race([late, Promise.resolve(reach(request))]);
      if (!response) return { status: null, received: false };
      const isJson = await response.json().then(
        () => true,
        () => false,
      );
      return { status: response.status, received: response.status === 200 && isJson };
    } catch {
      return { status: null, received: false };
    } finally {
      leave();
      giveUp.abort();
    }
  }

  function start(notification: FakeNotification, resend = 0): void {
    const work = attempt(notification, resend).finally(() => underWay.delete(work));
    underWay.add(work);
  }

  const forget = () => {
    deliveries.length = 0;
    if (!stopped) state.epoch.onEnd(forget);
  };
  state.epoch.onEnd(forget);
  const leave = state.notifier.subscribe((notification) => {
    if (productId === undefined || notification.productId === productId) start(notification);
  }, options);

  return {
    deliveries,
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    stop() {
      stopped = true;
      leave();
    },
  };
}
