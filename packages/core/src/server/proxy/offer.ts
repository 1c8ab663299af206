import type { AnyClient } from "../../client/service-client.ts";
import { refuseOption } from "../check-option.ts";
import { operationNames, type ProxyOperation } from "./routes.ts";

type Service = ProxyOperation extends `${infer Name}.${string}` ? Name : never;

/** One operation, or all of a service. */
export type OfferedOperation = ProxyOperation | `${Service}.*`;

const serviceOf = (operation: ProxyOperation): Service => operation.split(".")[0] as Service;

/**
 * Which operations a handler serves: those of the client's services, or of them those that are given. Refuses other names: a
 * slip would switch something off that is needed.
 */
export function readOffer(
  client: AnyClient,
  given: readonly OfferedOperation[] | undefined,
): (operation: ProxyOperation) => boolean {
  const all = operationNames().filter((name) => client[serviceOf(name)] !== undefined);
  if (given === undefined) return (operation) => all.includes(operation);
  if (!Array.isArray(given) || given.length === 0) refuseOption("operations", "must name one operation or more");
  const offered = new Set<string>();
  for (const [index, name] of given.entries()) {
    const meant = all.filter((each) => each === name || `${serviceOf(each)}.*` === name);
    if (meant.length === 0) {
      refuseOption(
        `operations[${index}]`,
        'must be an operation of this client such as "recording.start", or a service: "recording.*"',
      );
    }
    for (const each of meant) offered.add(each);
  }
  return (operation) => offered.has(operation);
}
