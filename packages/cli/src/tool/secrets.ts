/** Knows the secrets of this run, and takes them out of whatever is printed. */
export interface Secrets {
  add(secret: string): void;
  hide(text: string): string;
}

export function createSecrets(): Secrets {
  const known = new Set<string>();
  return {
    add(secret) {
      if (secret.length < 4) return;
      known.add(secret);
      // As they stand in JSON, in addresses and in the header of basic authentication.
      known.add(JSON.stringify(secret).slice(1, -1));
      known.add(encodeURIComponent(secret));
    },
    hide: (text) =>
      [...known].toSorted((a, b) => b.length - a.length).reduce((hidden, one) => hidden.replaceAll(one, "***"), text),
  };
}
