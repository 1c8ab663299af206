/** What was called of all that a Worker may not do at module scope; workerd refuses most of it, and lets some pass in silence. */
export const calls: string[] = [];

function watch<Owner extends object>(owner: Owner, name: keyof Owner & string): void {
  const original = owner[name];
  if (typeof original !== "function") throw new Error(`There is no ${name} to watch.`);
  Object.defineProperty(owner, name, {
    configurable: true,
    value: (...args: unknown[]): unknown => {
      calls.push(name);
      return Reflect.apply(original, owner, args);
    },
  });
}

watch(globalThis, "fetch");
watch(globalThis, "setTimeout");
watch(globalThis, "setInterval");
watch(Math, "random");
watch(crypto, "getRandomValues");
watch(crypto, "randomUUID");
