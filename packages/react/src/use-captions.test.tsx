import { createCaptionStore, type CaptionMessage } from "@agora-edge/core/captions";
import { act, cleanup, render, renderHook, screen } from "@testing-library/react";
import { memo } from "react";
import { afterEach, describe, expect, test } from "vitest";
import { useCaptions } from "./index.ts";
import { openPage } from "./testing/page.tsx";

afterEach(cleanup);

type Line = ReturnType<typeof useCaptions>["lines"][number];

describe("useCaptions", () => {
  test("shows what is said in a channel, from the bytes that the bot sends", async () => {
    const page = openPage();
    const rtcConfig = { channelName: "room-1", pubBotUid: "2000" };
    await page.agora.sttAgents.join({ name: "room-1", languages: ["en-US"], rtcConfig });
    await page.advance(3000);
    const store = createCaptionStore({ pubBotUid: "2000" });
    const captions = page.fake.captions("room-1");
    captions.onCaption((data, uid) => act(() => store.push(data, uid)));
    const rows: string[] = [];
    const Row = memo(({ line }: { line: Line }) => {
      rows.push(line.text);
      return <li>{line.text}</li>;
    });
    function Captions() {
      return useCaptions(store).lines.map((line) => <Row key={line.id} line={line} />);
    }
    render(<Captions />);
    captions.play([
      { uid: "1001", text: "Hello there." },
      { uid: "1001", text: "How are you?", after: 2000 },
    ]);
    await page.advance(20_000);
    expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "Hello there.",
      "How are you?",
    ]);
    // A line that is complete is not rendered again for the next one.
    expect(rows.lastIndexOf("Hello there.")).toBeLessThan(rows.findIndex((text) => text.startsWith("How")));
  });

  test("changes with the store, and shows no lines without one", () => {
    const stores = [createCaptionStore(), createCaptionStore()];
    const { result, rerender } = renderHook(({ index }: { index: number }) => useCaptions(stores[index]), {
      initialProps: { index: 0 },
    });
    const empty = result.current;
    // Not a caption: counted, so that something changes.
    const garbage = new Uint8Array([255]);
    act(() => stores[0]?.push(garbage));
    expect(result.current).toEqual({ lines: [], dropped: 1 });
    rerender({ index: 1 });
    expect(result.current).toEqual({ lines: [], dropped: 0 });
    act(() => stores[0]?.push(garbage));
    expect(result.current.dropped).toBe(0);
    rerender({ index: 2 });
    expect(result.current).toEqual(empty);
  });

  test("takes messages that were decoded elsewhere", () => {
    const store = createCaptionStore();
    const { result } = renderHook(() => useCaptions(store));
    const message = { kind: "nonsense" } as unknown as CaptionMessage;
    act(() => store.push(message));
    expect(result.current.dropped).toBe(1);
  });
});
