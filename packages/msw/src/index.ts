export * from "./fake.ts";
export {
  agoraHandler,
  agoraHandlers,
  type AgoraHandlersOptions,
  recordingHandlers,
  sttHandlers,
} from "./handlers/handlers.ts";
