/// <reference types="vite/client" />

/** What the page knows of where it runs: nothing of it is secret. */
interface ImportMetaEnv {
  readonly VITE_AGORA_APP_ID: string;
  readonly VITE_DEFAULT_CHANNEL: string;
  /** Who is large in the layout "Speaker". */
  readonly VITE_SPEAKER_UID?: string;
  /** "1" beside a fake service: the page shows what steers it. */
  readonly VITE_FAKE: string;
}
