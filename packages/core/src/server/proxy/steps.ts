import type { AddingStep, Step } from "../../pipeline/compose.ts";
import type { JsonObject } from "../../runtime/json.ts";
import type { ServerContext } from "../http/context.ts";
import type { Route } from "./find-route.ts";
import type { AgoraIdentity, ProxyCall } from "./options.ts";

/** One step of the proxy on the way of a request. It lets the rest run, or answers by itself; a `Refusal` is thrown. */
export type ProxyStep<Context> = Step<Context, Response>;

/** A step that finds something out for the steps after it. */
export type AddingProxyStep<Context, Added> = AddingStep<Context, Response, Added>;

/** A request of a page, as it came. */
export interface Incoming {
  readonly request: Request;
  /** What the platform gives beside it. */
  readonly server: ServerContext | undefined;
}

/** It is for this operation. */
export interface Routed extends Incoming {
  readonly route: Route;
}

/** Its body was read, and has nothing that a page may not send. */
export interface Received extends Routed {
  readonly body: JsonObject;
  /** Secrets that the page sent itself, so that it may see them again. */
  readonly pageSecrets: readonly string[];
}

/** Channel and uid as the grant has them: of what was acquired or started, a page cannot say others. */
export interface Binding {
  readonly cname?: string | undefined;
  readonly uid?: string | undefined;
}

/** What it is about is known, as far as the request says so itself. */
export interface Described extends Received {
  readonly call: ProxyCall;
  readonly grant: string | null;
  readonly binding: Binding;
}

/** The app has said who is calling. */
export interface Identified<Identity extends AgoraIdentity = AgoraIdentity> extends Described {
  readonly identity: Identity;
}

/** Its body is the one that is sent to Agora. */
export interface Prepared<Identity extends AgoraIdentity = AgoraIdentity> extends Identified<Identity> {
  readonly prepared: JsonObject;
}
