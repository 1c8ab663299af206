import type { DeliveryOptions } from "../fake/state/delivery.ts";
import type { Scenario } from "../fake/fake-agora.ts";

/** What may happen to notifications on their way, until taken back. Several of these go together. */
const delivering =
  (delivery: DeliveryOptions): Scenario =>
  (fake) =>
    fake.deliverNotifications(delivery);

export const notificationScenarios = {
  /** Every notification comes twice. */
  redundantNotifications: (): Scenario => delivering({ copies: 2 }),

  /** They overtake each other, and come twice. */
  disorderedNotifications: ({ within = 3 }: { within?: number } = {}): Scenario =>
    delivering({ copies: 2, reorder: within * 1000 }),

  /** Those of some types never come; without types, none does. */
  lostNotifications: ({ eventTypes }: { eventTypes?: readonly number[] } = {}): Scenario =>
    delivering({ lose: ({ eventType }) => eventTypes?.includes(eventType) ?? true }),
};
