import { act, cleanup, render, screen } from "@testing-library/react";
import * as React from "react";
import type { ComponentType, ReactNode } from "react";
import { afterEach, describe, expect, test } from "vitest";
import { useRecordingSession } from "./index.ts";
import { live } from "./testing/mount.tsx";
import { openPage, roomOptions, settle, type Page } from "./testing/page.tsx";

afterEach(cleanup);

/** React 18 has none, and does not run this file: see vite.config.ts. */
const Activity: ComponentType<{ mode: "visible" | "hidden"; children: ReactNode }> | undefined = Reflect.get(
  React,
  "Activity",
);

function show(page: Page) {
  let recording: ReturnType<typeof useRecordingSession<"mix">> | undefined;
  function Recorder() {
    recording = useRecordingSession(roomOptions());
    return <p>{`${recording.status} ${recording.files.length > 0 ? "with files" : "without files"}`}</p>;
  }
  const shown = (mode: "visible" | "hidden") => (
    <page.Provider>{Activity && <Activity mode={mode}>{<Recorder />}</Activity>}</page.Provider>
  );
  const { rerender } = render(shown("visible"));
  return {
    recording: () => recording,
    turn: async (mode: "visible" | "hidden") => {
      rerender(shown(mode));
      await settle();
    },
  };
}

describe("a component that <Activity> hides", () => {
  test("finds what runs when it is shown again, and nothing was stopped", async () => {
    const page = openPage();
    const { recording, turn } = show(page);
    act(() => void recording()?.start());
    await page.advance(6000);
    await turn("hidden");
    await page.advance(600_000);
    expect(live(page)).toBe(1);
    await turn("visible");
    await page.advance(1000);
    expect(screen.getByText(/^recording/)).toBeTruthy();
  });

  test("finds the outcome and its files when it is shown again within five minutes", async () => {
    const page = openPage();
    const { recording, turn } = show(page);
    act(() => void recording()?.start());
    await page.advance(60_000);
    act(() => void recording()?.stop());
    await page.advance(1000);
    await turn("hidden");
    await page.advance(240_000);
    await turn("visible");
    expect(screen.getByText("stopped with files")).toBeTruthy();
  });
});
