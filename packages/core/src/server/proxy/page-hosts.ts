import { refuseOption } from "../../options/check-option.ts";

/** Host and port as they are written in an address: ASCII, with nothing before them that a reader could take for the host. */
const authority = /^https:\/\/([\w.:-]+)(?:[/?#][^\\\s]*)?$/i;

/** `EXAMPLE.com.` is the host `example.com`. */
const withoutDot = (host: string): string => host.replace(/\.$/, "");

/** A name with a dot in it: a single label would let in a whole top-level domain, and a number is an IP address. */
const isName = (host: string): boolean => /^([\w-]+\.)+[\w-]*[a-z][\w-]*$/.test(host);

function readHost(given: string, index: number): string {
  const written = withoutDot(given.trim());
  const url = `https://${written}`;
  const host = /[/?#\\@:\s]/.test(written) || !URL.canParse(url) ? "" : new URL(url).hostname;
  return isName(host) ? host : refuseOption(`pageHosts[${index}]`, "must be the name of a host such as example.com");
}

/**
 * Tells whether an address is one of a page on `hosts`, or on a host below them: over HTTPS, on its usual port. The host
 * has to be written in ASCII, and nothing may be written that another reader of addresses takes for a different host.
 */
export function createPageFilter(hosts: readonly string[]): (address: unknown) => boolean {
  const known = hosts.map(readHost);
  return (address) => {
    if (typeof address !== "string" || !URL.canParse(address)) return false;
    const { hostname, port } = new URL(address);
    const written = authority.exec(address)?.[1]?.toLowerCase().replace(/:443$/, "");
    if (written !== hostname || port !== "") return false;
    const host = withoutDot(hostname);
    return isName(host) && known.some((one) => host === one || host.endsWith(`.${one}`));
  };
}
