// `node stage/media/make-recording.mjs` made recording.mp4: a few seconds, drawn and sounded in Chromium,
// as fragmented MP4 (VP9, Opus).
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { chromium } from "playwright";

const seconds = 6;

/** In the page. */
async function record({ seconds }) {
  const type = "video/mp4;codecs=vp9,opus";
  if (!MediaRecorder.isTypeSupported(type)) throw new Error(`This Chromium does not record ${type}.`);
  const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
  const pen = canvas.getContext("2d");
  const audio = new AudioContext();
  await audio.resume();
  const sound = new MediaStreamAudioDestinationNode(audio);
  const volume = new GainNode(audio, { gain: 0.05 });
  const tone = new OscillatorNode(audio, { frequency: 330 });
  tone.connect(volume).connect(sound);
  const began = performance.now();
  const draw = setInterval(() => {
    const time = (performance.now() - began) / 1000;
    pen.fillStyle = "#16213a";
    pen.fillRect(0, 0, 320, 180);
    pen.fillStyle = "#e8eefc";
    pen.font = "600 40px sans-serif";
    pen.textAlign = "center";
    pen.fillText(`00:0${Math.min(seconds - 1, Math.floor(time))}`, 160, 92);
    pen.font = "14px sans-serif";
    pen.fillText("a recording of the fake", 160, 122);
    pen.fillRect(40, 150, Math.min(1, time / seconds) * 240, 4);
    tone.frequency.value = Math.floor(time) % 2 ? 440 : 330;
  }, 66);
  const stream = new MediaStream([...canvas.captureStream(15).getTracks(), ...sound.stream.getTracks()]);
  const recorder = new MediaRecorder(stream, {
    mimeType: type,
    videoBitsPerSecond: 40_000,
    audioBitsPerSecond: 8000,
    videoKeyFrameIntervalDuration: 2000,
  });
  const parts = [];
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  const over = new Promise((resolve) => recorder.addEventListener("stop", resolve));
  tone.start();
  recorder.start();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  recorder.stop();
  await over;
  clearInterval(draw);
  return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
}

/** Chromium writes level 0, which it does not play by Media Source: 1.1 is that of such small pictures. */
function setLevel(bytes) {
  const at = Buffer.from(bytes.buffer).indexOf("vpcC");
  bytes[at + 4 + 5] = 11;
}

const browser = await chromium.launch({ args: ["--autoplay-policy=no-user-gesture-required"] });
const server = createServer((_request, response) => response.end("<!doctype html>")).listen(0, "127.0.0.1");
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const bytes = Uint8Array.from(await page.evaluate(record, { seconds }));
  setLevel(bytes);
  await writeFile(new URL("recording.mp4", import.meta.url), bytes);
  console.log(`${bytes.length} bytes`);
} finally {
  await browser.close();
  server.close();
}
