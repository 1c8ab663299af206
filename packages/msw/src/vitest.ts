/** For `setupFiles` of vitest: extends `expect`, and its types. */
import { expect } from "vitest";
import { agoraMatchers, type AgoraMatchers } from "./matchers/matchers.ts";

expect.extend(agoraMatchers);

declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends AgoraMatchers<R> {}
}
