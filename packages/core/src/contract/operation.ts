import type { AgoraOperation, Effect } from "../errors/operations.ts";
import type { Schema } from "../validation/schema.ts";

/** The HTTP method of an operation. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One operation of a service, written down once. The client, the proxy, the fake service and the docs are made of it. */
export interface Operation<Name extends AgoraOperation = AgoraOperation> {
  readonly name: Name;
  readonly method: Method;
  /** Below the host: a URI template (RFC 6570), with the parameters of the query string in `{?…}`. */
  readonly path: string;
  readonly effect: Effect;
  /** What a call takes, as one object. */
  readonly request: () => Schema;
  /**
   * What of the request is sent as the body: fields by their names, where the handle has what the request has not; the value of
   * one field; or `true`, the whole request. Without it there is no body.
   */
  readonly body?: readonly string[] | string | true;
  /** The proxy for pages does not serve it: it is the business of the app's server alone. */
  readonly serverOnly?: true;
}

/** Writes an operation down. Its types keep its name and the names of its fields. */
export function defineOperation<const Definition extends Operation>(definition: Definition): Definition {
  return definition;
}
