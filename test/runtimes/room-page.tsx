import type { AgoraClient } from "@agora-edge/core";
import { AgoraProvider } from "@agora-edge/react";
import { createRoot, type Root } from "react-dom/client";
import { RoomRecording } from "../../examples/cloudflare-worker/page/room-recording.tsx";

/** The component of the example in a page. */
export function showRoom(
  container: Element,
  { client, ...room }: { client: AgoraClient; cname: string; live: string },
): Root {
  const root = createRoot(container);
  root.render(
    <AgoraProvider client={client}>
      <RoomRecording {...room} />
    </AgoraProvider>,
  );
  return root;
}
