import { InvalidArgumentError } from "commander";

const units = { s: 1000, m: 60_000, h: 3_600_000 } as const;

/** `90s`, `10m`, `2h`, in ms; a bare number is seconds. */
export function readDuration(text: string): number {
  const [, amount, unit = "s"] = /^(\d+(?:\.\d+)?)(s|m|h)?$/.exec(text) ?? [];
  const ms = Number(amount) * units[unit as keyof typeof units];
  if (amount === undefined || !(ms > 0)) throw new InvalidArgumentError("It is a time such as 90s, 10m or 2h.");
  return ms;
}

export function readWholeNumber(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError("It is a whole number.");
  return Number(text);
}
