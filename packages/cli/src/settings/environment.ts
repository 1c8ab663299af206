import { parseEnv } from "node:util";
import { exitCodes } from "../tool/exit-codes.ts";
import { Failure } from "../tool/failure.ts";
import type { Io } from "../tool/io.ts";
import type { Tool } from "../tool/tool.ts";

/** Variables that only this process may see. */
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

/** What commands cannot do without. */
export const needed = {
  AGORA_APP_ID: "the App ID of your project in Agora Console",
  AGORA_CUSTOMER_ID: "the Customer ID of Agora Console, RESTful API",
  AGORA_CUSTOMER_SECRET: "the Customer Secret of Agora Console",
  AGORA_APP_CERTIFICATE: "the App Certificate of the project",
  STORAGE_VENDOR: "the number of the storage provider, 1 for Amazon S3",
  STORAGE_REGION: "the number of the region, as in Agora's documentation",
  STORAGE_BUCKET: "the name of the bucket",
  STORAGE_ACCESS_KEY: "the access key of the bucket",
  STORAGE_SECRET_KEY: "the secret key of the bucket",
  STORAGE_READ_SECRET_KEY: "the secret key that may read the bucket",
} as const;

type NeededName = keyof typeof needed;
type NeededSecret = NeededName & SecretName;

const isSecretName = (name: string): boolean => secretNames.some((one) => one === name);

/** Names all that is missing at once. Secrets can be asked for. */
export function requireSettings(
  { env, askSecret }: Pick<Tool, "env" | "askSecret">,
  names: readonly NeededName[],
): void {
  const missing = names.filter((name) => setting({ env }, name) === undefined && !(askSecret && isSecretName(name)));
  const [first, ...others] = missing;
  if (first === undefined) return;
  if (others.length === 0) throw wrongSettings(`Set the environment variable ${first}: ${needed[first]}.`);
  const all = missing.map((name) => `${name} (${needed[name]})`);
  throw wrongSettings(`Set the environment variables ${all.join(", ")}.`);
}

export function neededSetting(tool: Pick<Tool, "env">, name: NeededName): string {
  const value = setting(tool, name);
  if (value === undefined) throw wrongSettings(`Set the environment variable ${name}: ${needed[name]}.`);
  return value;
}

/** From the environment, else typed at a prompt. Never from an argument: every user of the machine can see those. */
export async function neededSecret(tool: Tool, name: NeededSecret): Promise<string> {
  const value = setting(tool, name) ?? (await tool.askSecret?.(`${needed[name]} (${name}): `))?.trim();
  if (!value) throw wrongSettings(`Set the environment variable ${name}: ${needed[name]}.`);
  tool.secrets.add(value);
  return value;
}
