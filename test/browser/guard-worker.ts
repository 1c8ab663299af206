import { basicAuth, createAgoraClient, isAgoraError, tokenAuth, type Auth } from "@agora-edge/core";

function outcomeOf(auth: Auth): string {
  try {
    createAgoraClient({ appId: "5a1ec0de5a1ec0de5a1ec0de5a1ec0de", auth });
    return "allowed";
  } catch (error) {
    return isAgoraError(error) ? error.message : String(error);
  }
}

const outcome = { basic: outcomeOf(basicAuth("customer", "customer-secret")), token: outcomeOf(tokenAuth("007token")) };

// A shared worker tells each page that connects, another one its own.
if ("SharedWorkerGlobalScope" in globalThis) {
  addEventListener("connect", (event) => (event as MessageEvent).ports[0]?.postMessage(outcome));
} else postMessage(outcome);
