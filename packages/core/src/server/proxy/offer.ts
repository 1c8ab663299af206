import type { AnyClient } from "../../client/service-client.ts";
import { refuseOption } from "../../options/check-option.ts";
import { servedOperations, type ProxyOperation, type ProxyService } from "./operations.ts";

/** One operation, or all of a service. */
export type OfferedOperation = ProxyOperation | `${ProxyService}.*`;

/**
 * Which operations a handler serves: those of the client's services, or of them those that are given. Refuses other names: a
 * slip would switch something off that is needed.
 */
export function readOffer(
  client: AnyClient,
  given: readonly OfferedOperation[] | undefined,
): (operation: ProxyOperation) => boolean {
  const all = servedOperations.filter(({ serviceName }) => client[serviceName] !== undefined);
  const offered = new Set<string>();
  if (given === undefined) {
    for (const { name } of all) offered.add(name);
    return (operation) => offered.has(operation);
  }
  if (!Array.isArray(given) || given.length === 0) refuseOption("operations", "must name one operation or more");
  for (const [index, name] of given.entries()) {
    const meant = all.filter((each) => each.name === name || `${each.serviceName}.*` === name);
    if (meant.length === 0) {
      refuseOption(
        `operations[${index}]`,
        'must be an operation of this client such as "recording.start", or a service: "recording.*"',
      );
    }
    for (const each of meant) offered.add(each.name);
  }
  return (operation) => offered.has(operation);
}
