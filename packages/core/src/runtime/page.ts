/** A page, as opposed to a worker or a server: only there can a visitor read what the code holds. Some runtimes name both but have none. */
export function isPage(): boolean {
  return ["window", "document"].every((name) => typeof Reflect.get(globalThis, name) === "object");
}
