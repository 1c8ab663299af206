// Loaded on demand: see `whole-recording-session.ts`.
export { createSttTask } from "../stt-task.ts";
