// The Workers of the examples under wrangler, by their wrangler.jsonc: deployed as far as that goes without an account, and run.
import { join } from "node:path";
import { freePort, run, type Sandbox, writeFiles } from "../site/guides/sandbox.ts";

const secrets = {
  AGORA_CUSTOMER_ID: "fake-customer-id",
  AGORA_CUSTOMER_SECRET: "fake-customer-secret",
  AGORA_APP_CERTIFICATE: "fedcba9876543210fedcba9876543210",
  AGORA_NOTIFICATION_SECRETS: "only-for-development-0123456789",
  GRANT_SECRETS: "only-for-development-0123456789",
  STORAGE_ACCESS_KEY: "key",
  STORAGE_SECRET_KEY: "secret",
};

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Its newest version, in a folder of its own: it finds what the examples import beside them. */
export async function installWrangler(sandbox: Sandbox) {
  const script = join(await sandbox.createApp("wrangler", ["wrangler"]), "node_modules/wrangler/bin/wrangler.js");
  return {
    /** What `wrangler deploy` says of it. */
    async deploy(app: string): Promise<string> {
      const { stdout } = await run(app, process.execPath, [script, "deploy", "--dry-run", "--outdir", "bundle"]);
      return stdout;
    },
    /** Starts `wrangler dev` before a fake. Returns how to send it a request. */
    async dev(app: string, variables: Readonly<Record<string, string>>) {
      const [fake, port] = [await freePort(), await freePort()];
      await sandbox.startFake(app, fake);
      const all = { ...secrets, ...variables, AGORA_BASE_URL: `http://127.0.0.1:${fake}` };
      await writeFiles(app, [
        [
          ".dev.vars",
          Object.entries(all)
            .map((entry) => `${entry.join("=")}\n`)
            .join(""),
        ],
      ]);
      await sandbox.start(app, /Ready on/, process.execPath, [script, "dev", "--port", String(port)]);
      const origin = `http://localhost:${port}`;
      return (path: string, { method = "GET", headers = {} }: Sent = {}, body?: object) =>
        fetch(`${origin}${path}`, {
          method,
          headers: { origin, "content-type": "application/json", ...headers },
          ...(body ? { body: JSON.stringify(body) } : {}),
        });
    },
  };
}
