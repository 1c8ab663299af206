export * from "./fake.ts";
export {
  agoraHandler,
  agoraHandlers,
  type AgoraHandlersOptions,
  channelsHandlers,
  recordingHandlers,
  sttHandlers,
} from "./handlers/handlers.ts";
