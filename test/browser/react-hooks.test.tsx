import { createCaptionStore } from "@agora-edge/core/captions";
import {
  localStorageAdapter,
  useCaptions,
  useLeaseCountdown,
  useRecordingSession,
  useSttTask,
  type UseRecordingSessionResult,
} from "@agora-edge/react";
import { useEffect } from "react";
import { expect, test } from "vitest";
import { openPage, pause, setVisibility, type Page } from "./page.tsx";

const clientRequest = {
  storageConfig: { vendor: 1, region: 0, bucket: "bucket", accessKey: "access-key", secretKey: "secret-key" },
  recordingConfig: { channelType: 1 },
} as const;

type Recording = UseRecordingSessionResult<"mix">;

interface RecorderProps {
  starts?: boolean;
  stopOnUnmount?: boolean;
  onRender?: (recording: Recording) => void;
}

function Countdown({ lease }: { lease: Recording["lease"] }) {
  return <output>{useLeaseCountdown(lease)}</output>;
}

function Recorder({ starts = false, stopOnUnmount, onRender }: RecorderProps) {
  const recording = useRecordingSession({
    cname: "room-1",
    uid: "900001",
    mode: "mix",
    clientRequest: { ...clientRequest },
    storage: localStorageAdapter,
    stopOnUnmount,
  });
  onRender?.(recording);
  const { start } = recording;
  useEffect(() => {
    if (starts) void start();
  }, [starts, start]);
  return (
    <>
      <p>{recording.status}</p>
      <Countdown lease={recording.lease} />
      {(["acquire", "start", "stop", "query"] as const).map((name) => (
        <button key={name} className={name} onClick={recording[name]}>
          {name}
        </button>
      ))}
    </>
  );
}

const textOf =
  (element: HTMLElement, selector = "p") =>
  () =>
    element.querySelector(selector)?.textContent;
const click = (element: HTMLElement, name: string) => element.querySelector<HTMLElement>(`.${name}`)?.click();
const live = ({ fake }: Page) => fake.recordings.filter((recording) => recording.live);
const shows = (element: HTMLElement, status: string) => expect.poll(textOf(element), { timeout: 10_000 }).toBe(status);

test("S05 StrictMode, an effect and a double click make one recording; stop ends it, with files", async () => {
  const page = await openPage();
  expect(navigator.serviceWorker.controller?.scriptURL).toContain("mockServiceWorker.js");
  const { element } = page.render(page.open(), <Recorder starts />);
  await expect.poll(textOf(element)).toBeTruthy();
  click(element, "start");
  click(element, "start");
  await shows(element, "recording");
  expect([page.sent("recording.acquire"), page.sent("recording.start"), live(page).length]).toEqual([1, 1, 1]);
  await page.fake.advanceAsync(20_000);
  click(element, "stop");
  await shows(element, "stopped");
  expect([live(page).length, localStorage.length, page.problems]).toEqual([0, 0, []]);
});

test("S03 a new page finds the recording in localStorage, and can stop it", async () => {
  const page = await openPage();
  const first = page.render(page.open(), <Recorder starts />);
  await shows(first.element, "recording");
  const stored = Object.values(localStorage).join();
  expect(stored).toContain(live(page)[0]?.sid);
  expect(stored).not.toContain("secret-key");
  first.unmount();
  const { element } = page.render(page.open(), <Recorder />);
  await shows(element, "recording");
  expect(page.sent("recording.start")).toBe(1);
  click(element, "stop");
  await shows(element, "stopped");
  expect([live(page).length, page.problems]).toEqual([0, []]);
});

test("S05 two pages of one origin that start at once share the recording, by the browser's own locks", async () => {
  const page = await openPage();
  const [first, second] = [page.open(), page.open()].map((client) => page.render(client, <Recorder starts />));
  await shows(first!.element, "recording");
  await shows(second!.element, "recording");
  expect([page.sent("recording.acquire"), page.sent("recording.start"), live(page).length]).toEqual([1, 1, 1]);
  expect(page.problems).toEqual([]);
});

test("S04 a lease that lapsed shows it, and a start gets exactly one new one, for the same uid", async () => {
  const page = await openPage();
  const { element } = page.render(page.open(), <Recorder />);
  await shows(element, "idle");
  click(element, "acquire");
  await shows(element, "acquired");
  await page.fake.advanceAsync(360_000);
  await shows(element, "expired");
  click(element, "start");
  await shows(element, "recording");
  const acquired = page.fake.requests.filter(({ operation }) => operation === "recording.acquire");
  expect(acquired.map(({ uid }) => uid)).toEqual(["900001", "900001"]);
  expect([page.sent("recording.start"), live(page).length, page.problems]).toEqual([1, 1, []]);
});

test("S04 a lease whose end only the service knows is renewed once", async () => {
  const page = await openPage();
  page.fake.fail("recording.start", { code: 433 });
  const { element } = page.render(page.open(), <Recorder starts />);
  await shows(element, "recording");
  expect([page.sent("recording.acquire"), page.sent("recording.start"), live(page).length]).toEqual([2, 2, 1]);
});

test("S17 a countdown ticks in the page and renders nothing else", async () => {
  const page = await openPage();
  const shown: string[] = [];
  const { element } = page.render(page.open(), <Recorder onRender={({ status }) => shown.push(status)} />);
  await shows(element, "idle");
  click(element, "acquire");
  await shows(element, "acquired");
  const renders = shown.length;
  const first = Number(textOf(element, "output")());
  expect(first).toBeGreaterThan(200);
  await expect.poll(() => Number(textOf(element, "output")())).toBeLessThan(first - 4);
  expect(shown).toHaveLength(renders);
});

test("S18 a hidden page asks nothing; shown, or focused after a while, it asks once", async () => {
  const page = await openPage();
  const { element } = page.render(page.open(), <Recorder starts />);
  await shows(element, "recording");
  setVisibility("hidden");
  const before = page.sent("recording.query");
  await page.fake.advanceAsync(3_600_000);
  await pause(2000);
  expect(page.sent("recording.query")).toBe(before);
  setVisibility("visible");
  await expect.poll(() => page.sent("recording.query")).toBe(before + 1);
  await pause(4000);
  window.dispatchEvent(new Event("focus"));
  await expect.poll(() => page.sent("recording.query")).toBe(before + 2);
  expect(textOf(element)()).toBe("recording");
});

test("S14 a lease that ran out while the page slept shows it as soon as somebody looks", async () => {
  const page = await openPage();
  const { element } = page.render(page.open(), <Recorder />);
  await shows(element, "idle");
  click(element, "acquire");
  await shows(element, "acquired");
  setVisibility("hidden");
  await page.fake.advanceAsync(20 * 60_000);
  setVisibility("visible");
  await shows(element, "expired");
  expect(textOf(element, "output")()).toBe("0");
});

test("stopOnUnmount ends the recording, with a request that outlives its component; without it, it goes on", async () => {
  const page = await openPage();
  const client = page.open();
  const first = page.render(client, <Recorder starts />);
  await shows(first.element, "recording");
  first.unmount();
  await pause(5000);
  expect(live(page)).toHaveLength(1);
  const second = page.render(client, <Recorder stopOnUnmount />);
  await shows(second.element, "recording");
  second.unmount();
  await expect.poll(() => live(page).length).toBe(0);
  expect([page.sent("recording.stop"), page.problems]).toEqual([1, []]);
});

test("S16 a proxy that is down is an error that the page shows, and the next start works", async () => {
  const page = await openPage();
  const fault = page.fake.fail("recording.acquire", { status: 502, body: "<html>Bad gateway</html>", times: 50 });
  let last: Recording | undefined;
  const { element } = page.render(page.open(), <Recorder onRender={(recording) => (last = recording)} starts />);
  await shows(element, "failed");
  expect(last?.error?.status).toBe(502);
  fault.cancel();
  click(element, "start");
  await shows(element, "recording");
  expect(page.problems).toEqual([]);
});

test("S10 a transcription is started, its captions are shown, and it is stopped", async () => {
  const page = await openPage();
  const captions = createCaptionStore({ pubBotUid: "2000" });
  function Captions() {
    const stt = useSttTask({
      version: "v7",
      request: { name: "room-1", languages: ["en-US"], rtcConfig: { channelName: "room-1", pubBotUid: "2000" } },
    });
    const { lines } = useCaptions(captions);
    return (
      <>
        <p>{stt.status}</p>
        <button className="toggle" onClick={stt.isActive ? stt.stop : stt.start}>
          toggle
        </button>
        <ul>
          {lines.map((line) => (
            <li key={line.id}>{line.text}</li>
          ))}
        </ul>
      </>
    );
  }
  const { element } = page.render(page.open(), <Captions />);
  await shows(element, "idle");
  click(element, "toggle");
  await shows(element, "transcribing");
  const speech = page.fake.captions("room-1");
  speech.onCaption((data, uid) => captions.push(data, uid));
  speech.play([{ uid: "1001", text: "Hello from Chromium." }]);
  await expect.poll(textOf(element, "li")).toBe("Hello from Chromium.");
  click(element, "toggle");
  await shows(element, "stopped");
  expect([page.fake.agents.filter(({ live }) => live).length, page.problems]).toEqual([0, []]);
});
