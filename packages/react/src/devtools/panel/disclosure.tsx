import { type ReactNode, useState } from "react";

interface Props {
  readonly summary: ReactNode;
  /** Asked for while it is open: a long list of closed ones costs nothing. */
  readonly children: () => ReactNode;
}

/** Something that opens by a click. */
export function Disclosure({ summary, children }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children()}
    </details>
  );
}
