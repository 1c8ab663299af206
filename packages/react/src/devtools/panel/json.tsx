import type { ReactNode } from "react";

/** Plain data, to be read. */
export function Json({ value, label }: { value: unknown; label: string }): ReactNode {
  return (
    <pre tabIndex={0} role="group" aria-label={label}>
      {typeof value === "string" ? value : JSON.stringify(value, null, 2)}
    </pre>
  );
}
