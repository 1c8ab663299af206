// `npm start`: an edge function in workerd records channels of a fake Agora, transcribes another, and explains failures.
import { Deviation } from "./check.mjs";
import { failures } from "./failures.mjs";
import { heading } from "./print.mjs";
import { rawRecording } from "./raw-recording.mjs";
import { recording } from "./recording.mjs";
import { setUp, speed } from "./stage.mjs";
import { transcription } from "./transcription.mjs";

async function main() {
  const began = performance.now();
  const stage = await setUp();
  try {
    console.log(`
An edge function records two channels and transcribes another (examples/edge-recording/worker.ts).
It runs in workerd, the engine of Cloudflare Workers, without Node: ${stage.origin}
It talks to a fake Agora, whose clock is ${speed} times as fast as yours: ${stage.url}`);
    await recording(stage);
    await rawRecording(stage);
    await transcription(stage);
    await failures(stage);
  } finally {
    await stage.close();
  }
  heading("Done");
  console.log(`  Everything went as it should, in ${((performance.now() - began) / 1000).toFixed(0)} s.\n`);
}

try {
  await main();
} catch (error) {
  console.error(`\nThe walk went wrong. ${error instanceof Deviation ? error.message : error.stack}`);
  process.exitCode = 1;
}
