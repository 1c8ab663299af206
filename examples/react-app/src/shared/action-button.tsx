import type { ReactNode } from "react";

interface Props {
  onClick: () => unknown;
  /** Why it does nothing now stands beside it. It keeps the focus, which `disabled` would lose. */
  isDisabled?: boolean | undefined;
  look?: "primary" | "danger" | "plain" | "small";
  children: ReactNode;
}

export function ActionButton({ onClick, isDisabled = false, look = "plain", children }: Props) {
  return (
    <button
      type="button"
      className={`button button-${look}`}
      aria-disabled={isDisabled}
      onClick={() => {
        if (!isDisabled) onClick();
      }}
    >
      {children}
    </button>
  );
}
