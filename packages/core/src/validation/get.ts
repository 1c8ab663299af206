/** The value at a dotted path, undefined where the path ends early. For values of which nothing is known yet. */
export function get(value: unknown, path: string): unknown {
  // Most paths are one name, and these checks run with every call.
  if (!path.includes(".")) return Reflect.get(Object(value), path);
  return path.split(".").reduce((inner: unknown, name): unknown => Reflect.get(Object(inner), name), value);
}
