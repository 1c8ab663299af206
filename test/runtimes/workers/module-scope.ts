import { calls } from "./watch-globals.ts";
import { basicAuth, createAgoraClient } from "@agora-edge/core";

const agora = createAgoraClient({
  appId: "5a1ec0de5a1ec0de5a1ec0de5a1ec0de",
  auth: basicAuth("module-scope-id", "module-scope-secret"),
  area: "EU",
});
const atModuleScope = [...calls];

// So that an empty list means something.
Math.random();
const isWatching = calls.includes("random");

export default {
  fetch: () =>
    Response.json({ methods: Object.keys(agora.recording).sort(), appId: agora.appId, atModuleScope, isWatching }),
};
