import { smoke } from "../smoke.ts";

const summary = await smoke(JSON.parse(Deno.args[0]));
console.log(
  JSON.stringify({ ...summary, runtime: `deno ${Deno.version.deno}`, core: import.meta.resolve("@agora-edge/core") }),
);
