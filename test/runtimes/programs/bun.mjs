import { smoke } from "../smoke.ts";

// The failure of a hook must not end the process, as `reportError` does here.
const onRequest = () => Promise.reject(new Error("The app's logger is broken."));
const summary = await smoke(JSON.parse(process.argv[2]), { onRequest });
console.log(
  JSON.stringify({ ...summary, runtime: `bun ${Bun.version}`, core: import.meta.resolve("@agora-edge/core") }),
);
