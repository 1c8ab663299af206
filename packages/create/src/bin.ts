#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readArguments, usage, type Arguments } from "./arguments.ts";
import { ask, type Answers } from "./ask.ts";
import { createProject } from "./create-project.ts";
import { nextSteps, packageManagerOf } from "./next-steps.ts";

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

function complete({ folder, template }: Arguments): Answers {
  if (folder !== undefined && template) return { folder, template };
  const missing = folder === undefined ? "the folder" : "--template";
  throw new Error(`Nothing can be asked here, and ${missing} is missing.\n\n${usage}`);
}

async function main(): Promise<void> {
  const { version }: { version: string } = JSON.parse(await readFile(here("package.json"), "utf8"));
  const given = readArguments(process.argv.slice(2), process.stdin.isTTY && process.stdout.isTTY);
  if (given.help || given.version) {
    process.stdout.write(given.help ? usage : `${version}\n`);
    return;
  }
  const answers = given.interactive ? await ask(given) : complete(given);
  if (!answers) {
    process.exitCode = 1;
    return;
  }
  await createProject({ ...answers, from: here("templates"), version });
  const steps = nextSteps(answers.folder, answers.template, packageManagerOf(process.env.npm_config_user_agent));
  process.stdout.write(`\n${answers.template.title} is in ${answers.folder}. Next:\n\n${steps}\n\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
