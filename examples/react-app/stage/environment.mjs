const needed = [
  "AGORA_APP_ID",
  "AGORA_CUSTOMER_ID",
  "AGORA_CUSTOMER_SECRET",
  "AGORA_APP_CERTIFICATE",
  "STORAGE_VENDOR",
  "STORAGE_REGION",
  "STORAGE_BUCKET",
  "STORAGE_ACCESS_KEY",
  "STORAGE_SECRET_KEY",
];

const optional = ["STORAGE_ENDPOINT", "STORAGE_ENDPOINT_REGION", "STORAGE_READ_ACCESS_KEY", "STORAGE_READ_SECRET_KEY"];

/** Whoever gives one of these means the real service. */
const telling = ["AGORA_APP_ID", "AGORA_CUSTOMER_ID", "AGORA_CUSTOMER_SECRET"];

/**
 * The account that the environment names, or nothing where it names none.
 *
 * @throws Error that lists everything that is missing
 */
export function readAccount(env) {
  if (!telling.some((name) => env[name])) return undefined;
  const missing = needed.filter((name) => !env[name]);
  if (missing.length > 0) throw new Error(`For the real service the environment lacks ${missing.join(", ")}.`);
  return {
    bindings: {
      ...Object.fromEntries(needed.map((name) => [name, env[name]])),
      ...(env.AGORA_AREA ? { AGORA_AREA: env.AGORA_AREA } : {}),
      ...Object.fromEntries(optional.filter((name) => env[name]).map((name) => [name, env[name]])),
      ...(env.AGORA_NOTIFICATION_SECRET ? { AGORA_NOTIFICATION_SECRETS: env.AGORA_NOTIFICATION_SECRET } : {}),
    },
  };
}
