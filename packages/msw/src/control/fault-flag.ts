import type { AgoraOperation } from "@agora-edge/core";
import { isOperation, readFault } from "./input.ts";
import type { FaultOptions } from "../fake/faults/faults.ts";
import type { Scenario } from "../fake/fake-agora.ts";
import { scenarios } from "../scenarios/scenarios.ts";

/**
 * What `--fault` says: `recording.start=kind:resource-expired`, `*=network,times:3`, or the name of a scenario that needs
 * nothing else, `quotaExceeded`.
 */
export function readFaultFlag(flag: string): Scenario {
  const at = flag.indexOf("=");
  if (at < 0) return scenarioNamed(flag);
  const operation = operationNamed(flag.slice(0, at));
  const fault = faultOf(flag.slice(at + 1));
  return (fake) => fake.fail(operation, fault);
}

function operationNamed(name: string): AgoraOperation | "*" {
  if (name === "*" || isOperation(name)) return name;
  throw new RangeError(`A fault: there is no operation ${name}.`);
}

/** `code:65,tookEffect,times:2` as the options of a fault; what stands alone is true. */
function faultOf(text: string): FaultOptions {
  const fields = Object.fromEntries(
    text.split(",").map((part) => {
      const [name = "", ...rest] = part.split(":");
      const value = rest.join(":");
      if (!names.has(name)) throw new RangeError(`A fault has no ${name}.`);
      return [name, rest.length === 0 ? true : numbers.has(name) ? numberOf(name, value) : value];
    }),
  );
  return readFault(fields);
}

const numbers = new Set(["code", "status", "delay", "times"]);
const names = new Set([
  ...numbers,
  "kind",
  "reason",
  "detail",
  "message",
  "body",
  "network",
  "hang",
  "tookEffect",
  "twice",
]);

function numberOf(name: string, value: string): number {
  const number = Number(value);
  if (value.trim() === "" || Number.isNaN(number))
    throw new RangeError(`A fault: ${name} needs a number, not ${value}.`);
  return number;
}

const { brokenPage: _1, cdnDown: _2, hostDown: _3, pageNeverReady: _4, ...simple } = scenarios;

/** Those that can be brought about without saying where. */
export const simpleScenarios: readonly string[] = Object.keys(simple);

function scenarioNamed(name: string): Scenario {
  const found = Object.entries(simple).find(([known]) => known === name);
  if (!found) {
    throw new RangeError(`That is neither a fault nor a scenario: ${name}. Scenarios: ${simpleScenarios.join(", ")}.`);
  }
  return found[1]();
}
