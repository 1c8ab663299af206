// `npm run app`: the page with all that it needs. `--built` as a host would deliver it, `--port 8080` somewhere else.
import { parseArgs } from "node:util";
import { createLiveStage, createStage } from "./create-stage.mjs";
import { readAccount } from "./environment.mjs";

async function main() {
  const { values } = parseArgs({ options: { built: { type: "boolean" }, port: { type: "string", default: "5173" } } });
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
    throw new Error("--port takes a number up to 65535.");
  const options = { built: values.built ?? false, port: Number(values.port) };
  const account = readAccount(process.env);
  const stage = account ? await createLiveStage({ ...options, account }) : await createStage(options);
  console.log(`
  The page       ${stage.url}${options.built ? "  (built, compressed)" : ""}
  Behind it      examples/react-app/worker in workerd, at ${stage.url}/api/
  Agora          ${account ? "the real one: recordings cost money" : "a fake in memory, steered from the page or at /__fake/"}
`);
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) {
      // Vite and workerd's launcher would end the process in the middle of what they and others have to tidy up.
      process.removeAllListeners(signal);
      process.on(signal, resolve);
    }
  });
  await stage.close();
}

try {
  await main();
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
