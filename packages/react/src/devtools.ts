// A panel for developers. A production build that imports this entry gets `devtools/none.ts` in its place; who wants the panel
// there imports `devtools/production`.
export {
  AgoraDevtools,
  AgoraDevtoolsPanel,
  type AgoraDevtoolsPanelProps,
  type AgoraDevtoolsProps,
} from "./devtools/devtools.tsx";
export type { DevtoolsFake, DevtoolsFault } from "./devtools/trouble/fake.ts";
export type { RecordedHistory, RecordedSession } from "./devtools/log/history.ts";
export type { DevtoolsTheme } from "./devtools/panel/shadow.tsx";
export type { DevtoolsLocale } from "./devtools/words/words.ts";
