/** A request as a caller without types can send it. */
export const untyped = (request: unknown): never => request as never;
