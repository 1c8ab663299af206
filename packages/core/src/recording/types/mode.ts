/**
 * The modes that the documentation has. `raw`: each user to files of their own; `individual`: its predecessor, legacy, see
 * `migrateToRaw`; `mix`: all users in one recording (composite); `web`: a web page.
 *
 * Agora docs: start, path parameter mode
 */
export type KnownRecordingMode = "raw" | "individual" | "mix" | "web";

/**
 * How a channel or page is recorded; fixed at start. Any other word is sent as it is, checked by the rules that all modes
 * share.
 *
 * TypeScript cannot tell `"mix"` from "any other word". So types without an argument for the mode are of the known modes,
 * where `handle.mode === "mix"` tells them apart; those of another mode name it: `RecordingHandle<"word">`.
 *
 * Agora docs: start, path parameter mode
 */
export type RecordingMode = KnownRecordingMode | (string & {});

/** The modes that are known to have no layout. */
export type RecordingModeWithoutLayout = Exclude<KnownRecordingMode, "mix">;
