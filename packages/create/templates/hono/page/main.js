import { createPageClient, createRecordingSession, explainError, localStorageAdapter } from "@agora-edge/core/page";

// The App ID is no secret. This one is the fake's: put yours here later.
const agora = createPageClient({ appId: "0123456789abcdef0123456789abcdef", baseUrl: "/api/agora" });
const recording = createRecordingSession(agora, {
  cname: "room-1",
  uid: "900001", // the recorder's own uid: nobody else in the channel may have it
  mode: "mix",
  clientRequest: { recordingConfig: { channelType: 1 } },
  storage: localStorageAdapter, // a reload finds the recording again
});

/** @param {string} id */
const element = (id) => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
};

function show() {
  const { status, isPending, isActive, unsettled, error } = recording.getSnapshot();
  element("record").toggleAttribute("disabled", isPending || (isActive && !unsettled));
  element("stop").toggleAttribute("disabled", !isActive && !unsettled);
  element("status").textContent = status;
  element("problem").textContent = error ? explainError(error).action : "";
}

// What goes wrong is in the snapshot.
element("record").onclick = () => recording.start().catch(() => {});
element("stop").onclick = () => recording.stop().catch(() => {});
recording.subscribe(show);
show();
