/** What becomes of one field when a request migrates. Tells names and reasons, never a value of the request. */
export interface MigrationChange {
  /**
   * The field in the old request: `audio.agoraRtcConfig.uid`. Of what was added, the new one; of what is otherwise in
   * answers and notifications, the field there.
   */
  readonly path: string;
  /** What became of the field. */
  readonly kind: "moved" | "changed" | "dropped" | "added";
  /** Where a moved field is now. */
  readonly to?: string;
  /** Why, as a sentence. */
  readonly note: string;
}
