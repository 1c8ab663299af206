export const isText = (value: unknown): value is string => typeof value === "string";

/** What is stored under a name; nothing where it is not what it should be. */
export function readStored<T>(
  open: () => Storage,
  name: string,
  isValid: (value: unknown) => value is T,
): T | undefined {
  try {
    const value: unknown = JSON.parse(open().getItem(name) ?? "null");
    return isValid(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function writeStored(open: () => Storage, name: string, value: unknown): void {
  try {
    open().setItem(name, JSON.stringify(value));
  } catch {
    // No room or not allowed: the choice lasts as long as the page.
  }
}

export const everyTab = () => localStorage;
export const thisTab = () => sessionStorage;
