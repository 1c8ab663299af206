import type { Auth } from "./auth.ts";

function isToken(token: unknown): boolean {
  return typeof token === "string" && /^(?!(undefined|null)$)[\x21-\x7e]+$/.test(token);
}

/**
 * Signs requests with a token that your backend built for the REST API (`Authorization: agora token="007…"`). Until it
 * expires it opens the REST API of the project to everybody who has it. A page is not refused it, as it is a Customer Secret: give
 * one to trusted users only, and for minutes.
 *
 * @param token the token, or a function that returns it, asked once per request that is sent
 */
export function tokenAuth(token: string | (() => string | Promise<string>)): Auth {
  let last = typeof token === "string" ? token : "";
  const problem = typeof token === "function" || isToken(token) ? undefined : "tokenAuth needs a token, in one line.";
  return {
    type: "token",
    ...(problem === undefined ? {} : { problem }),
    async authorization() {
      if (typeof token === "function") last = await token();
      return `agora token="${last}"`;
    },
    secrets: () => (last === "" ? [] : [last]),
  };
}
