import type { FakeAgora } from "../fake/fake-agora.ts";

export interface BannerFacts {
  readonly url: string;
  readonly speed: number;
  readonly seed: string;
  readonly notify: string | undefined;
  /** Whether the secret came from outside: then it may be a real one, and is not shown. */
  readonly ownSecret: boolean;
}

/** What stands on the screen first. */
export function banner(fake: FakeAgora, { url, speed, seed, notify, ownSecret }: BannerFacts): string {
  const lines = [
    `agora-edge-fake ready: ${url} appId=${fake.appId} customerId=${fake.customerId}`,
    "",
    "Environment, ready to paste:",
    `  export AGORA_BASE_URL=${shell(url)}`,
    `  export AGORA_APP_ID=${shell(fake.appId)}`,
    `  export AGORA_CUSTOMER_ID=${shell(fake.customerId)}`,
    ownSecret
      ? "  # AGORA_CUSTOMER_SECRET is what --customer-secret says"
      : `  export AGORA_CUSTOMER_SECRET=${shell(fake.customerSecret)}`,
    "",
    `Status page: ${url}/   Controls: ${url}/__fake/   Time: ${speed} times as fast as real time`,
    `Seed: ${seed} (--seed ${shell(seed)} for the same ids again)`,
    ...(notify === undefined ? [] : [`Notifications go to ${notify}`]),
    "",
  ];
  return `${lines.join("\n")}\n`;
}

const shell = (value: string): string =>
  /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
