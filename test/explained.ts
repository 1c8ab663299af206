import { type AgoraError, explainError, isAgoraError } from "@agora-edge/core";
import { zhCN } from "@agora-edge/core/locales/zh-CN";
import { expect } from "vitest";

/** What a call failed with; an error of the test where it did not fail, or with something else. */
export async function failureOf(call: Promise<unknown>): Promise<AgoraError> {
  const error = await call.then(
    () => "the call succeeded",
    (reason: unknown) => reason,
  );
  if (!isAgoraError(error)) throw new Error(`No AgoraError, but: ${String(error)}.`);
  return error;
}

/**
 * The error is what the documents print as `value` (a code, or `HTTP 404`), and says so in both languages; its message alone
 * tells a person what happened and what to do.
 */
export function expectExplained(error: AgoraError, value: number | string): void {
  const status = /^HTTP (\d+)/.exec(String(value))?.[1];
  expect([error.code, status === undefined ? undefined : error.status]).toEqual([
    typeof value === "number" ? value : undefined,
    status === undefined ? undefined : Number(status),
  ]);
  const english = explainError(error);
  const chinese = explainError(error, { locale: zhCN });
  for (const text of [english.title, english.explanation, english.action]) expect(text).toMatch(/^[\x20-\x7e]{4,}$/);
  for (const text of [chinese.title, chinese.explanation, chinese.action]) expect(text).toMatch(/\p{Script=Han}{2}/u);
  expect(error.message).toContain(english.explanation);
  expect(error.message).toContain(english.action);
  expect(error.message).not.toContain("secret-key");
}
