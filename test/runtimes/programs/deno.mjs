import { smoke } from "../smoke.ts";

// The failure of a hook must not end the process, as `reportError` does here.
const onRequest = () => Promise.reject(new Error("The app's logger is broken."));
const summary = await smoke(JSON.parse(Deno.args[0]), { onRequest });
console.log(
  JSON.stringify({ ...summary, runtime: `deno ${Deno.version.deno}`, core: import.meta.resolve("@agora-edge/core") }),
);
