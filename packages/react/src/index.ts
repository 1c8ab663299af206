export { AgoraProvider, type AgoraProviderProps } from "./agora-provider.tsx";
export { useAgoraClient } from "./use-agora-client.ts";
