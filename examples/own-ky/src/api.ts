import ky, { type KyInstance } from "ky";

export interface Session {
  readonly token: string;
}

interface ApiOptions {
  readonly session: Session;
  /** Asks the app's server for a new session. */
  readonly refresh: () => Promise<Session>;
  /** Default: the platform's. */
  readonly fetch?: typeof globalThis.fetch;
}

/** The app's way to its own server: signs every request in, and gets a new session when the old one has run out. */
export function createApi({ session, refresh, fetch = globalThis.fetch }: ApiOptions): KyInstance {
  let current = session;
  let refreshing: Promise<Session> | undefined;
  const bearer = () => `Bearer ${current.token}`;
  return ky.create({
    fetch: (input, init) => fetch(input, init),
    hooks: {
      beforeRequest: [({ request }) => request.headers.set("authorization", bearer())],
      afterResponse: [
        async ({ request, response, retryCount }) => {
          if (response.status !== 401 || retryCount > 0) return undefined;
          // All requests that were refused at the same time share one refresh.
          refreshing ??= refresh().finally(() => (refreshing = undefined));
          current = await refreshing;
          const headers = new Headers(request.headers);
          headers.set("authorization", bearer());
          return ky.retry({ request: new Request(request, { headers }), delay: 0 });
        },
      ],
    },
  });
}
