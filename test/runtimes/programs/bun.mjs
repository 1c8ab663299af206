import { smoke } from "../smoke.ts";

const summary = await smoke(JSON.parse(process.argv[2]));
console.log(
  JSON.stringify({ ...summary, runtime: `bun ${Bun.version}`, core: import.meta.resolve("@agora-edge/core") }),
);
