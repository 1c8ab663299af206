import { parseEnv } from "node:util";
import { exitCodes } from "../tool/exit-codes.ts";
import { Failure } from "../tool/failure.ts";
import type { Io } from "../tool/io.ts";
import type { Tool } from "../tool/tool.ts";

/** Variables that nobody but this process may see. */
const secretNames = [
  "AGORA_CUSTOMER_SECRET",
  "AGORA_APP_CERTIFICATE",
  "AGORA_RTC_TOKEN",
  "AGORA_NOTIFICATION_SECRET",
  "STORAGE_SECRET_KEY",
  "STORAGE_READ_SECRET_KEY",
] as const;

type SecretName = (typeof secretNames)[number];

export const wrongSettings = (message: string): Failure => new Failure(exitCodes.settings, "invalid-settings", message);

/** The environment, over what `--settings` holds. */
export async function readEnvironment(io: Io, file: string | undefined): Promise<Io["env"]> {
  if (file === undefined) return io.env;
  const text = await io.readFile(file).catch(() => {
    throw wrongSettings(`The file ${file} of --settings cannot be read.`);
  });
  return { ...parseEnv(text), ...io.env };
}

export function hideSecrets({ env, secrets }: Pick<Tool, "env" | "secrets">): void {
  // Those of notifications can be several.
  for (const name of secretNames)
    for (const one of [env[name] ?? "", ...(env[name] ?? "").split(",")]) secrets.add(one.trim());
}

export function setting({ env }: Pick<Tool, "env">, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === "" ? undefined : value;
}

export function neededSetting(tool: Pick<Tool, "env">, name: string, what: string): string {
  const value = setting(tool, name);
  if (value === undefined) throw wrongSettings(`Set the environment variable ${name}: ${what}.`);
  return value;
}

/** From the environment, else from whoever sits there. Never from an argument: those are seen by everybody on the machine. */
export async function neededSecret(tool: Tool, name: SecretName, what: string): Promise<string> {
  const value = setting(tool, name) ?? (await tool.askSecret?.(`${what} (${name}): `))?.trim();
  if (!value) throw wrongSettings(`Set the environment variable ${name}: ${what}.`);
  tool.secrets.add(value);
  return value;
}
