import type { Auth } from "./auth.ts";

function base64(text: string): string {
  let binary = "";
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** An environment without the variable gives nothing, blanks, or the word for nothing. */
const isMissing = (value: unknown): boolean => typeof value !== "string" || /^\s*(undefined|null)?\s*$/.test(value);

function findProblem(customerId: unknown, customerSecret: unknown): string | undefined {
  if (isMissing(customerId)) return "basicAuth needs a Customer ID.";
  if (String(customerId).includes(":")) return "A Customer ID cannot contain a colon.";
  if (isMissing(customerSecret)) return "basicAuth needs a Customer Secret.";
  return undefined;
}

/**
 * Signs requests with the Customer ID and Customer Secret of the console (Developer Toolkit, RESTful API). For servers
 * and edge functions only: the secret controls the whole account.
 */
export function basicAuth(customerId: string, customerSecret: string): Auth {
  const problem = findProblem(customerId, customerSecret);
  let made: string | undefined;
  const header = () => (made ??= `Basic ${base64(`${customerId}:${customerSecret}`)}`);
  return {
    type: "basic",
    isNamed: (id) => id === customerId,
    ...(problem === undefined ? {} : { problem }),
    authorization: header,
    secrets: () => [customerSecret, header().slice(6)],
  };
}
