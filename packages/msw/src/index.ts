export * from "./fake.ts";
export { agoraHandlers, type AgoraHandlersOptions } from "./handlers.ts";
