/** One thing that is wrong with a request. Holds the shape of the value, never the value of a secret. */
export interface ValidationIssue {
  /** Where, in dots and brackets: `clientRequest.storageConfig.fileNamePrefix[1]`. Empty for the request itself. */
  readonly path: string;
  /** What is allowed there, or which spelling is right, as half a sentence: `must be 5 to 2592000 (seconds)`. */
  readonly message: string;
  /** What was there instead: `number 3`, `string of 12 characters`, `nothing`. */
  readonly received: string;
}

/** Something in a request that the service may take, and that probably does not do what was meant. */
export interface ValidationWarning extends ValidationIssue {
  /** Where the field has its effect, when it stands in an object that does not have it. */
  readonly belongsIn?: string | undefined;
}

/** The issue as a sentence. */
export function describeIssue({ path, message, received }: ValidationIssue): string {
  return `${path || "request"} ${message}${received ? `, got ${received}` : ""}.`;
}
