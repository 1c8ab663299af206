import type { FakeNotification } from "./notification.ts";

/** How notifications travel: nobody promises that they arrive, once, or in order. */
export interface DeliveryOptions {
  /** How often each arrives, 2 for an account with redundant notifications. Default: 1 */
  copies?: number;
  /**
   * Each copy is late by up to so many ms of the fake's clock, so that they overtake each other; `true` is 3000. The
   * same seed makes the same order. Default: false
   */
  reorder?: boolean | number;
  /** Which never arrive. */
  lose?: (notification: FakeNotification) => boolean;
}

/** All of it together: lost is what one of them loses, and of the rest the last word counts. */
export function mergeDelivery(all: readonly DeliveryOptions[]): DeliveryOptions {
  const losing = all.flatMap(({ lose }) => lose ?? []);
  const merged: DeliveryOptions = Object.assign({}, ...all);
  if (losing.length > 0) merged.lose = (notification) => losing.some((lose) => lose(notification));
  return merged;
}

const usualDelay = 3000;

/** The delays after which copies of a notification arrive: none when it is lost. */
export function arrivals(
  notification: FakeNotification,
  { copies = 1, reorder = false, lose }: DeliveryOptions,
  chance: () => number,
): number[] {
  if (lose?.(notification)) return [];
  const latest = reorder === true ? usualDelay : Number(reorder);
  return Array.from({ length: copies }, () => (latest > 0 ? Math.floor(chance() * latest) : 0));
}
