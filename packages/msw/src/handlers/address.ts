/** Where Agora answers: the global hosts and every regional one, of both domains. Not its pages and documentation. */
const agora = String.raw`https://api[a-z0-9-]*\.(?:agora\.io|sd-rtn\.com)`;

/** Where handlers answer: at Agora's own hosts, and under the address of the app's proxy if there is one. */
export interface Address {
  /** A regular expression of everything before the path of an operation. */
  readonly source: string;
  /** The same of what is answered whatever the path: not a proxy that shares its root with the app. */
  readonly wholeSource: string;
  /** The path of the operation when the URL leads to the proxy, else null. */
  pathBehindProxy(url: URL): string | null;
}

/**
 * The base may be relative, as in a page. Where there is no page, as in Node, it then counts on any host; MSW's own
 * patterns would not match at all.
 */
export function addressOf(baseUrl?: string): Address {
  if (baseUrl === undefined)
    return { source: `(?:${agora})`, wholeSource: `(?:${agora})`, pathBehindProxy: () => null };
  const { host, path } = resolved(baseUrl);
  const proxy = `${host}${escaped(path)}`;
  const behind = new RegExp(`^${proxy}(?=/)`);
  const atAgora = new RegExp(`^(?:${agora})/`);
  return {
    source: `(?:${agora}|${proxy})`,
    wholeSource: path === "" ? `(?:${agora})` : `(?:${agora}|${proxy})`,
    pathBehindProxy: (url) => {
      const address = `${url.origin}${url.pathname}`;
      const found = atAgora.test(address) ? null : behind.exec(address);
      return found ? address.slice(found[0].length) : null;
    },
  };
}

/** Stands for every host, where no page says which one. */
const anywhere = "http://any-host.invalid/";

/** `host`: a regular expression, the scheme included. `path`: without a slash at its end. */
function resolved(baseUrl: string): { readonly host: string; readonly path: string } {
  const page = typeof location === "object" ? location.href : "";
  const base = [baseUrl, page, anywhere].find((one) => URL.canParse(baseUrl, one));
  const url = base === undefined || baseUrl === "" ? null : new URL(baseUrl, base);
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "") {
    throw new RangeError(`baseUrl must be a path or an address with http or https, not "${baseUrl}".`);
  }
  const path = url.pathname.replace(/\/+$/, "");
  const isAnywhere = base === anywhere;
  if (isAnywhere && url.href.startsWith(anywhere)) return { host: "https?://[^/]+", path };
  return { host: isAnywhere && baseUrl.startsWith("//") ? `https?://${escaped(url.host)}` : escaped(url.origin), path };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
