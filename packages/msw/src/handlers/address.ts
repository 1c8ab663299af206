/** Where Agora answers: the global hosts and every regional one, of both domains. Not its pages and documentation. */
const agora = String.raw`https://api[a-z0-9-]*\.(?:agora\.io|sd-rtn\.com)`;

/** Where handlers answer: at Agora's own hosts, and under the address of the app's proxy if there is one. */
export interface Address {
  /** A regular expression of everything before the path of an operation. */
  readonly source: string;
  /** The path of the operation when the URL leads to the proxy, else null. */
  pathBehindProxy(url: URL): string | null;
}

/**
 * The base may be relative, as in a page. Where there is no page, as in Node, it then counts on any host; MSW's own
 * patterns would not match at all.
 */
export function addressOf(baseUrl?: string): Address {
  if (baseUrl === undefined) return { source: `(?:${agora})`, pathBehindProxy: () => null };
  const base = absolute(baseUrl.replace(/\/+$/, ""));
  const proxy = base.startsWith("/") ? `https?://[^/]+${escaped(base)}` : escaped(base);
  const behind = new RegExp(`^${proxy}(?=/)`);
  return {
    source: `(?:${agora}|${proxy})`,
    pathBehindProxy: (url) => {
      const found = behind.exec(`${url.origin}${url.pathname}`);
      return found ? `${url.origin}${url.pathname}`.slice(found[0].length) : null;
    },
  };
}

function absolute(base: string): string {
  const page = typeof location === "object" ? location.href : undefined;
  if (page !== undefined && URL.canParse(base, page)) return new URL(base, page).href.replace(/\/+$/, "");
  if (URL.canParse(base)) return new URL(base).href.replace(/\/+$/, "");
  return base.startsWith("/") ? base : `/${base}`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
