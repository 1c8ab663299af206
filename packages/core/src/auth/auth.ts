/** How a client proves who it is. Made by `basicAuth` or `tokenAuth`; keeps its secret to itself when printed. */
export interface Auth {
  readonly type: "basic" | "token";
  /** What is wrong with the credentials, when `createAgoraClient` has to refuse them. */
  readonly problem?: string;
  /** Whether this is the name that the credentials are for: an App ID is none, and is taken for one. */
  isNamed?(id: string): boolean;
  /** The value of the `Authorization` header. */
  authorization(): string | Promise<string>;
  /** Texts that must not appear in any error, log line or hook. */
  secrets(): readonly string[];
}
