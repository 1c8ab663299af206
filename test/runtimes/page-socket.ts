/** `WebSocket` of a browser that is signed in as alice: it sends its cookie along. Node's takes headers, its types do not say so. */
export function signedIn(origin: string, onOpen?: (socket: WebSocket) => void): typeof WebSocket {
  const Platform = globalThis.WebSocket;
  return class extends Platform {
    constructor(url: string | URL) {
      const options = { headers: { cookie: "session=token-of-alice", origin } };
      super(url, options as unknown as string[]);
      onOpen?.(this);
    }
  };
}
