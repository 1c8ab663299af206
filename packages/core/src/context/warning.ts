import type { AgoraOperation } from "../errors/operations.ts";
import { isBrowser } from "../runtime/is-browser.ts";
import { notify, writeWarning } from "../runtime/notify.ts";
import { describeIssue, type ValidationWarning } from "../validation/issue.ts";

/**
 * Something doubtful in a request that was sent nevertheless. `path` and `message` say where and what, `received` the shape of what
 * was there: no values, no secrets.
 */
export interface RequestWarning extends ValidationWarning {
  readonly operation: AgoraOperation;
}

/** What was said already: a client may be made for each request, and its mistakes are the same every time. */
const said = /* @__PURE__ */ new Set<string>();
const mostSaid = 100;

/** Hosts of a developer's own machine. */
const isLocal = (host: string): boolean => /^(localhost|.+\.localhost|.+\.local|127\.[\d.]+|\[::1\]|)$/.test(host);

/** Visitors must not see warnings on their console; the log of a server is read by its developers. */
function isForDeveloper(): boolean {
  return !isBrowser() || isLocal(globalThis.location?.hostname ?? "");
}

/** Warns the developer of the app once, and a visitor never. */
export function warnDeveloper(line: string): void {
  if (said.size >= mostSaid || said.has(line) || !isForDeveloper()) return;
  said.add(line);
  writeWarning(line);
}

const sayOnce = (warning: RequestWarning) =>
  warnDeveloper(`@agora-edge ${warning.operation}: ${describeIssue(warning)}`);

/** Tells of a warning: the app, where it wants to hear, else the console. */
export function createWarn(
  onWarning: ((warning: RequestWarning) => unknown) | undefined,
): (warning: RequestWarning) => void {
  return onWarning ? (warning) => notify(onWarning, () => warning) : sayOnce;
}
