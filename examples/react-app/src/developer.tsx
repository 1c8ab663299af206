import { AgoraDevtools, type DevtoolsFake } from "@agora-edge/react/devtools/production";

/** What the sessions of the page do. In its own chunk, which a build for users does not contain. */
export function Developer({ fake }: { fake: DevtoolsFake | undefined }) {
  return <AgoraDevtools fake={fake} />;
}
