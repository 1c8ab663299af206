/** How a client proves who it is. Made by `basicAuth` or `tokenAuth`; keeps its secret to itself when printed. */
export interface Auth {
  /** `basic`: Customer ID and Customer Secret. `token`: a REST token. */
  readonly type: "basic" | "token";
  /** What is wrong with the credentials, when `createAgoraClient` has to refuse them. */
  readonly problem?: string;
  /** Whether the Customer ID is this text. People often take their App ID for it. */
  isNamed?(id: string): boolean;
  /** The value of the `Authorization` header. */
  authorization(): string | Promise<string>;
  /** Texts that must not appear in any error, log line or hook. */
  secrets(): readonly string[];
}
