import { act, cleanup, render } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { useRecordingSession, useRecordingStatus, type UseRecordingSessionResult } from "./index.ts";
import { live } from "./testing/mount.tsx";
import { openPage, openStorage, roomOptions, settle } from "./testing/page.tsx";
import { createView } from "./testing/view.ts";

afterEach(cleanup);

const lost = { network: true, tookEffect: true, times: 3 } as const;

/** A component with a recording, and a header that only looks. */
function open() {
  const page = openPage({ repeatedStartNamesSid: true });
  const wake = createView();
  const storage = openStorage();
  const shown: { recording?: UseRecordingSessionResult<"mix">; header?: boolean } = {};
  const Header = () => {
    shown.header = useRecordingStatus(roomOptions()).isPaused;
    return null;
  };
  const Recorder = () => {
    shown.recording = useRecordingSession(roomOptions({ wake, storage }));
    return null;
  };
  const app = (isShown: boolean) => (
    <StrictMode>
      <Header />
      {isShown && <Recorder />}
    </StrictMode>
  );
  const { rerender } = render(app(true), { wrapper: page.Provider });
  const recording = () => {
    if (!shown.recording) throw new Error("Nothing was rendered.");
    return shown.recording;
  };
  return { page, wake, shown, recording, show: (isShown: boolean) => rerender(app(isShown)) };
}

describe("a stop without a network, in StrictMode", () => {
  it.each(["recording", "in doubt"] as const)(
    "says that it waits, over a remount, and goes on when the network is back: %s",
    async (what) => {
      const { page, wake, shown, recording, show } = open();
      if (what === "in doubt") page.fake.fail("recording.start", lost);
      act(() => void recording().start());
      await page.advance(20_000);
      expect([recording().status, live(page)]).toEqual([what === "in doubt" ? "failed" : "recording", 1]);
      wake.connect(false);
      act(() => void recording().stop());
      await page.advance(600_000);
      const status = what === "in doubt" ? "starting" : "stopping";
      expect(recording()).toMatchObject({ status, isPaused: true, isPending: true, isActive: true, error: null });
      expect(shown.header).toBe(true);
      show(false);
      await settle();
      await page.advance(600_000);
      show(true);
      expect(recording()).toMatchObject({ status, isPaused: true });
      wake.connect(true);
      await page.advance(20_000);
      expect(recording()).toMatchObject({ status: "stopped", isPaused: false, isActive: false });
      expect([live(page), shown.header]).toEqual([0, false]);
    },
  );
});
