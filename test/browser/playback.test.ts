import HlsPlayer from "hls.js";
import { afterEach, expect, test, vi } from "vitest";

const video = document.createElement("video");
const hls = new HlsPlayer();

afterEach(() => {
  hls.destroy();
  video.remove();
});

function pixels(): string {
  const canvas = Object.assign(document.createElement("canvas"), { width: 160, height: 90 });
  canvas.getContext("2d")?.drawImage(video, 0, 0, 160, 90);
  return canvas.toDataURL();
}

const cueOnScreen = () =>
  [...video.textTracks]
    .filter(({ mode }) => mode === "showing")
    .flatMap(({ activeCues }) => [...(activeCues ?? [])])
    .map((cue) => (cue instanceof VTTCue ? cue.getCueAsHTML().textContent : ""));

test("Chromium plays a recording in a private bucket: the picture moves, and a caption is on screen", async () => {
  const failures: string[] = [];
  hls.on(HlsPlayer.Events.ERROR, (_, { details, fatal, reason }) => {
    if (fatal) failures.push(`${details} ${reason}`);
  });
  video.muted = true;
  document.body.append(video);
  hls.loadSource("/playback/calls/42/master.m3u8");
  hls.attachMedia(video);
  await vi.waitFor(() => expect(video.readyState).toBeGreaterThanOrEqual(HTMLMediaElement.HAVE_CURRENT_DATA), 10_000);
  // As the menu of a player does.
  for (const track of video.textTracks) track.mode = "showing";
  const first = pixels();
  await video.play();
  await vi.waitFor(() => expect(video.currentTime).toBeGreaterThan(1.2), 10_000);
  expect(pixels()).not.toBe(first);
  await vi.waitFor(() => expect(cueOnScreen()).toEqual(["It is <1 o'clock> & all is well."]), 10_000);
  expect(failures).toEqual([]);
  expect(hls.subtitleTracks).toMatchObject([{ lang: "en-US", name: "American English" }]);
});

test("and the bucket is private: without its signature the address of a segment is refused", async () => {
  const names = (playlist: string) => playlist.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const load = async (name = "") => names(await (await fetch(`/playback/calls/42/${name}`)).text())[0];
  const segment = new URL((await load(await load("master.m3u8"))) ?? "");
  expect((await fetch(segment)).status).toBe(200);
  expect((await fetch(segment.origin + segment.pathname)).status).toBe(403);
});
