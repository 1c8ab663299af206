// What a production build has instead of the panel: see `exports` in package.json.
import type { ReactNode } from "react";
import type { AgoraDevtoolsPanelProps, AgoraDevtoolsProps } from "./devtools.tsx";

/** Nothing. */
export const AgoraDevtools = (_props: AgoraDevtoolsProps): ReactNode => null;

/** Nothing. */
export const AgoraDevtoolsPanel = (_props: AgoraDevtoolsPanelProps): ReactNode => null;
