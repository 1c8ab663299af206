import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { styles } from "./styles.ts";

/** How the panel looks: `system` as the visitor's system does. */
export type DevtoolsTheme = "light" | "dark" | "system";

interface Props {
  readonly theme: DevtoolsTheme;
  readonly className: string;
  readonly children: ReactNode;
}

/** Keeps the styles of the panel and of the app apart. Renders nothing on a server. */
export function Shadow({ theme, className, children }: Props): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  useLayoutEffect(() => {
    const element = host.current;
    // StrictMode comes twice.
    if (element) setRoot(element.shadowRoot ?? element.attachShadow({ mode: "open" }));
  }, []);
  return (
    <div ref={host} data-agora-devtools="">
      {root &&
        createPortal(
          <div className={`root ${className}`} data-theme={theme}>
            <style>{styles}</style>
            {children}
          </div>,
          root,
        )}
    </div>
  );
}
