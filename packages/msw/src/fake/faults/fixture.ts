import type { AgoraOperation } from "@agora-edge/core";
import type { Answer } from "../http/answer.ts";
import type { FaultKind } from "./kinds.ts";

/** What an injected fault looks like to the caller. */
export type Effect =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "network"; readonly trouble: "refused" | "dns" }
  | { readonly kind: "hang" };

/** How some operations show a failure. */
export interface Fixture {
  readonly operations: readonly AgoraOperation[];
  readonly effect: (operation: AgoraOperation) => Effect;
}

export type Fixtures = { readonly [kind in FaultKind]?: readonly Fixture[] };

export const answer = (
  operations: readonly AgoraOperation[],
  value: Answer | ((operation: AgoraOperation) => Answer),
): Fixture => ({
  operations,
  effect: (operation) => ({ kind: "answer", answer: typeof value === "function" ? value(operation) : value }),
});

export const bare = (status: number, body: unknown = {}): Answer => ({ status, body });

/** What a proxy or load balancer says on its own. */
export const htmlPage = (status: number): Answer =>
  bare(status, `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`);

/** What a proxy says that wants to be asked elsewhere; with this status, with the same body. */
export const redirect: Answer = { status: 307, body: {}, headers: { location: "https://elsewhere.example/sign-in" } };
