/** What the page is built with. Nothing here is secret: whatever is, stays in the Worker. */
export const settings = {
  appId: import.meta.env.VITE_AGORA_APP_ID,
  channel: import.meta.env.VITE_DEFAULT_CHANNEL || "demo-room",
  /** Who is large in the layout "Speaker": a uid of your app. Empty: nobody, the place stays background. */
  speaker: import.meta.env.VITE_SPEAKER_UID || "",
};
