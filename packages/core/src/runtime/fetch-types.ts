/** What is used of `fetch`. That of Bun's types has a method too, which no function of an app has. */
export type FetchLike = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** What `new Headers()` takes, by the types of whichever platform is there: those of Node and Bun have no `HeadersInit`. */
export type HeadersLike = NonNullable<RequestInit["headers"]>;

/** `RequestCredentials` of a page, which the types of other platforms lack. */
export type CredentialsMode = "include" | "omit" | "same-origin";

/** Bytes that `fetch` takes: `Uint8Array<ArrayBuffer>`, and before TypeScript 5.7 a plain `Uint8Array`. */
export type Bytes = ReturnType<typeof Uint8Array.of>;
