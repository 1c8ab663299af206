/** The value at a dotted path, undefined where the path ends early. For values of which nothing is known yet. */
export function get(value: unknown, path: string): unknown {
  return path.split(".").reduce((inner: unknown, name): unknown => Reflect.get(Object(inner), name), value);
}
