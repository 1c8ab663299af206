import { act, renderHook } from "@testing-library/react";
import { expect } from "vitest";
import { useRecordingSession, type UseRecordingSessionOptions } from "../index.ts";
import { roomOptions, type Page } from "./page.tsx";

type Options = Partial<UseRecordingSessionOptions<"mix">>;

/** A component with one recording; `statuses` are those that it showed, one after another. */
export function mount(page: Page, more: Options = {}) {
  const statuses: string[] = [];
  const mounted = renderHook(
    (props: Options) => {
      const recording = useRecordingSession(roomOptions({ ...more, ...props }));
      if (statuses.at(-1) !== recording.status) statuses.push(recording.status);
      return recording;
    },
    { wrapper: page.Provider, initialProps: {} },
  );
  return { ...mounted, statuses };
}

/** The same, when it records. */
export async function mountRunning(page: Page, more: Options = {}) {
  const mounted = mount(page, more);
  act(() => void mounted.result.current.start());
  await page.advance(20_000);
  expect(mounted.result.current.status).toBe("recording");
  mounted.statuses.length = 0;
  return mounted;
}

/** How many recordings cost money now. */
export const live = ({ fake }: Page): number => fake.recordings.filter((recording) => recording.live).length;
