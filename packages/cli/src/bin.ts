#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import { processIo } from "./process/process-io.ts";
import { run } from "./run.ts";

const manifest: { version: string } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
const { io, close } = processIo();
process.exitCode = await run(process.argv.slice(2), io, manifest.version);
close();
