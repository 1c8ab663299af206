/** What an AccessToken2 says about itself; nobody can check its signature here. */
export interface TokenFacts {
  readonly appId: string;
  /** Unix ms. */
  readonly endsAt: number;
  readonly issuedAt: number;
  /** Of its RTC service, when that comes first. */
  readonly rtc: { readonly channel: string; readonly uid: string } | null;
}

/** Null for a text that is no AccessToken2: tests like to use invented ones. */
export async function readTokenFacts(token: string): Promise<TokenFacts | null> {
  if (!token.startsWith("007")) return null;
  try {
    return parse(await inflate(Uint8Array.from(atob(token.slice(3)), (char) => char.charCodeAt(0))));
  } catch {
    return null;
  }
}

async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<DataView> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new DataView(await new Response(stream).arrayBuffer());
}

/** Numbers are little-endian; a text has its length in two bytes before it. Reading past the end throws. */
function parse(view: DataView): TokenFacts {
  let at = 0;
  const int16 = () => view.getUint16((at += 2) - 2, true);
  const int32 = () => view.getUint32((at += 4) - 4, true);
  const text = () => {
    const length = int16();
    const bytes = new Uint8Array(view.buffer, at, length);
    at += length;
    return new TextDecoder().decode(bytes);
  };
  text(); // the signature
  const appId = text();
  const issuedAt = int32() * 1000;
  const endsAt = issuedAt + int32() * 1000;
  int32(); // the salt
  const services = int16();
  const isRtc = services > 0 && int16() === 1;
  if (!isRtc) return { appId, issuedAt, endsAt, rtc: null };
  for (let privileges = int16(); privileges > 0; privileges -= 1) at += 6;
  return { appId, issuedAt, endsAt, rtc: { channel: text(), uid: text() } };
}
