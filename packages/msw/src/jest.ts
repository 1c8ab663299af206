/** For `setupFilesAfterEnv` of jest: extends the global `expect`, and its types. */
import { agoraMatchers, type AgoraMatchers } from "./matchers/matchers.ts";

interface Extendable {
  extend(matchers: typeof agoraMatchers): void;
}

const isExtendable = (value: unknown): value is Extendable =>
  typeof value === "function" && "extend" in value && typeof value.extend === "function";

const found: unknown = Reflect.get(globalThis, "expect");
if (!isExtendable(found))
  throw new Error("There is no global expect here: call expect.extend(agoraMatchers) yourself.");
found.extend(agoraMatchers);

declare global {
  namespace jest {
    interface Matchers<R, T = {}> extends AgoraMatchers<R> {}
  }
}
