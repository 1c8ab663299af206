// The same for mode raw: each user in files of their own, and an upload that takes its time.
import { check, must } from "./check.mjs";
import { fieldsOf, follow, isRunning, notes, seconds } from "./follow.mjs";
import { fact, files, heading } from "./print.mjs";

/** So long the files wait on the recording server, in ms. */
const waitTime = 9000;

export async function rawRecording({ call, fake }) {
  const room = fake.channel("room-7");
  room.join("1001");
  room.join("1002", { codec: "vp8" });

  heading("7  Mode raw: each user in files of their own");
  const resource = must(await call("POST", "/resources", { body: { cname: "room-7", uid: "900008" } }));
  const handle = must(await call("POST", "/recordings/raw", { body: resource }));
  check(handle.mode === "raw", "the handle says its mode");
  fact("channel", "room-7, where 1001 sends H.264 and 1002, a browser, VP8");
  const ask = async () => must(await call("GET", `/recordings?${fieldsOf(handle)}`));
  await follow({ fake, ask, notes, until: (current) => isRunning(current) && current.files.length > 2 });

  heading("8  Stop: the files are stranded, which is no failure");
  const giveBack = fake.uploadTime(waitTime, { outcome: "stranded" });
  const stopped = must(await call("POST", "/stop", { body: handle }));
  giveBack();
  check(stopped.upload === "stranded", "the files wait on the recording server");
  const endings = stopped.files.map(({ fileName }) => fileName.split("__uid_e_").at(-1)).sort();
  check(endings.join() === "0_h264.mp4,h264.m3u8,vp8.mpd", "H.264 makes HLS and MP4, VP8 makes DASH");
  fact("upload", "stranded: still on the recording server, uploaded later");
  files(
    stopped.files.map((file) => ({ ...file, fileName: `…${file.fileName.slice(file.fileName.indexOf("__uid_s_"))}` })),
  );

  heading("9  Query: look again, until they are uploaded");
  const since = fake.now();
  const seen = await follow({
    fake,
    ask: async () => {
      const { upload } = await ask();
      return { state: upload };
    },
    notes: { stranded: "they wait", uploaded: "everything is in your storage" },
    until: ({ state }) => state === "uploaded",
  });
  check(seen.join() === "stranded,uploaded", "the upload goes from stranded to uploaded");
  fact("it took", seconds(fake.now() - since));
}
