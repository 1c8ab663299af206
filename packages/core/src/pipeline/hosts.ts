import { resolveUrl } from "./url.ts";
import { isConnectionFailure } from "./retry.ts";
import type { AttemptStep } from "./state.ts";

/** Where the calling server stands. Decides which regional hosts are asked, and in which order. */
export type AgoraArea = "US" | "EU" | "AP" | "CN";

const regions: Readonly<Record<AgoraArea, readonly [nearest: string, neighbour: string]>> = {
  US: ["us-west-1", "us-east-1"],
  EU: ["eu-west-1", "eu-central-1"],
  AP: ["ap-southeast-1", "ap-northeast-1"],
  CN: ["cn-east-1", "cn-north-1"],
};

export const areas: readonly string[] = /* @__PURE__ */ Object.keys(regions);

const domainsOf = (area: AgoraArea | undefined) =>
  area === "CN" ? ["sd-rtn.com", "agora.io"] : ["agora.io", "sd-rtn.com"];

/** The hosts to try, in order: the same region under the other domain first, then the neighbouring region. */
export function hostsOf(area: AgoraArea | undefined): readonly string[] {
  const prefixes = area === undefined ? ["api"] : regions[area].map((region) => `api-${region}`);
  return prefixes.flatMap((prefix) => domainsOf(area).map((domain) => `https://${prefix}.${domain}`));
}

/** The hosts of a service that has no regional ones. */
export function globalHostsOf(area: AgoraArea | undefined): readonly string[] {
  return domainsOf(area).map((domain) => `https://api.${domain}`);
}

/** Which of several equal hosts to talk to. A host that works is kept; after a failure the next in order is used. */
export interface HostPool {
  current(): string;
  failed(host: string): void;
}

export function createHostPool(hosts: readonly [string, ...string[]] | readonly string[]): HostPool {
  let index = 0;
  const current = () => hosts[index] ?? "";
  return {
    current,
    failed(host) {
      // Of many calls that fail on one host, only the first moves on.
      if (host === current()) index = (index + 1) % hosts.length;
    },
  };
}

/** Completes the URL of an attempt. A host that cannot be reached, or does not answer, is left for the next attempt. */
export function chooseHost(hosts: HostPool): AttemptStep {
  return async (attempt, next) => {
    const host = hosts.current();
    attempt.url = resolveUrl(host, attempt.state.call);
    try {
      return await next();
    } catch (error) {
      if (attempt.sentAt !== undefined && isConnectionFailure(error)) hosts.failed(host);
      throw error;
    }
  };
}
