// Loaded on demand: a file of its own, so that bundlers split here, also where an app imports `@agora-edge/core` as well.
export { createRecordingSession } from "../recording-session.ts";
