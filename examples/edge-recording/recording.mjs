// A recording's life, from acquire to stop, through the edge function.
import { check, must } from "./check.mjs";
import { fieldsOf, follow, isRunning, notes, seconds } from "./follow.mjs";
import { clock, fact, files, heading, short } from "./print.mjs";

export async function recording({ call, fake }) {
  const room = fake.channel("room-1");
  room.join("1001");
  room.join("1002");

  heading("1  Acquire: ask for a resource");
  const resource = must(await call("POST", "/resources", { body: { cname: "room-1", uid: "900001" } }));
  check(resource.expiresAt - resource.acquiredAt === 300_000, "a resource lives for five minutes");
  fact("channel", "room-1, where users 1001 and 1002 publish");
  fact("resource", short(resource.resourceId));
  fact("good until", `${clock(resource.expiresAt)}, five minutes from now, for one start`);

  heading("2  Start: mixed recording, HLS and MP4");
  const handle = must(await call("POST", "/recordings", { body: resource }));
  check(/^\w{8,}$/.test(handle.sid), "start answers with a sid");
  fact("recording", short(handle.sid));
  fact("accepted", "which does not mean that it records yet");
  const acceptedAt = fake.now();

  heading("3  Query: until it really records");
  const seen = await follow({
    fake,
    ask: async () => must(await call("GET", `/recordings?${fieldsOf(handle)}`)),
    notes,
    until: (current) => isRunning(current) && current.files.length > 0,
  });
  check(seen.includes("ready"), "the recording passes through ready");
  check(seen.at(-1) === "in-progress", "with files the recording is in progress");

  heading("4  Layout: all users side by side");
  const changed = must(await call("POST", "/layout", { body: { handle, layout: { mixedVideoLayout: 1 } } }));
  check(changed.sid === handle.sid, "the layout belongs to the same recording");
  const [live] = fake.recordings;
  check(live?.layout?.mixedVideoLayout === 1, "the service uses the new layout");
  fact("layout", "best fit, instead of one large picture with small ones on top");

  heading("5  Query: what there is so far");
  const running = must(await call("GET", `/recordings?${fieldsOf(handle)}`));
  check(running.files.length === 2, "HLS and MP4 make two files");
  fact("state", running.state);
  files(running.files);

  heading("6  Stop: and wait for the upload");
  const stopped = must(await call("POST", "/stop", { body: handle }));
  check(stopped.upload === "uploaded", "the files are in the storage");
  check(stopped.files.length === 2, "both files are reported");
  fact("stopped", `after ${seconds(fake.now() - acceptedAt)}`);
  fact("upload", "uploaded: everything is in your storage");
  files(stopped.files);
}
