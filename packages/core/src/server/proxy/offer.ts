import { refuseOption } from "../check-option.ts";
import { operationNames, type ProxyOperation } from "./routes.ts";

type Service = ProxyOperation extends `${infer Name}.${string}` ? Name : never;

/** One operation, or all of a service. */
export type OfferedOperation = ProxyOperation | `${Service}.*`;

/** Which operations a handler serves. Refuses names that are none: a slip would switch something off that is needed. */
export function readOffer(given: readonly OfferedOperation[] | undefined): (operation: ProxyOperation) => boolean {
  if (given === undefined) return () => true;
  if (!Array.isArray(given) || given.length === 0) refuseOption("operations", "must name one operation or more");
  const all = operationNames();
  const offered = new Set<string>();
  for (const [index, name] of given.entries()) {
    const meant = all.filter((each) => each === name || `${each.split(".")[0]}.*` === name);
    if (meant.length === 0) {
      refuseOption(
        `operations[${index}]`,
        'must be an operation such as "recording.start", or a service: "recording.*"',
      );
    }
    for (const each of meant) offered.add(each);
  }
  return (operation) => offered.has(operation);
}
