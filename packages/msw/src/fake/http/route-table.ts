import { operations as contract, type AgoraOperation, type OperationInfo } from "@agora-edge/core/contract";

export type KnownRoute = Pick<OperationInfo, "method" | "path"> & { readonly operation: AgoraOperation };

/**
 * Every operation and where it is, as the contract of `@agora-edge/core` has it; the routes, the handlers and the advice about a
 * wrong URL are made of it.
 */
export const knownRoutes: readonly KnownRoute[] = contract.map(({ name, method, path }) => ({
  operation: name,
  method,
  path,
}));

export const operations: readonly AgoraOperation[] = knownRoutes.map(({ operation }) => operation);

/** The operations for servers alone, of which no failures of their own are documented. */
export const serverOperations: readonly AgoraOperation[] = contract
  .filter(({ isForPages }) => !isForPages)
  .map(({ name }) => name);

/** The operations of a service that do this to what runs. */
export function operationsThat<Service extends string>(
  service: Service,
  ...effects: readonly OperationInfo["effect"][]
): readonly Extract<AgoraOperation, `${Service}.${string}`>[] {
  const isOf = (name: AgoraOperation): name is Extract<AgoraOperation, `${Service}.${string}`> =>
    name.startsWith(`${service}.`);
  return contract.filter(({ effect }) => effects.includes(effect)).flatMap(({ name }) => (isOf(name) ? [name] : []));
}
