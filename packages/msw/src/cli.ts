#!/usr/bin/env node
import { parseArgs } from "node:util";
import { createFakeAgora } from "./fake/create.ts";
import type { NotificationDelivery } from "./fake/delivery/send.ts";
import type { FakeAgoraOptions } from "./fake/settings/options.ts";
import { banner } from "./cli/banner.ts";
import { readFaultFlag } from "./control/fault-flag.ts";
import { serveFakeAgora, type ServedFake } from "./node.ts";

/** agora-edge-fake: the fake Agora over HTTP, steered by JSON under `/__fake/` while it runs. */
const usage = `agora-edge-fake: Agora Cloud Recording and Real-Time STT, faked on this machine

  --port <number>           default 4010; 0 takes any free port
  --host <address>          default 127.0.0.1
  --app-id <id>
  --customer-id <id>
  --customer-secret <secret>
  --speed <number>          how many times as fast as real time; default 1
  --fault <fault>           from the beginning, may be given several times: the name of a scenario (quotaExceeded),
                            or an operation and what happens to it: recording.start=code:65,tookEffect,times:2
                            recording.stop=kind:server-error   '*=network'
  --join <channel>:<uid>    a user who publishes in that channel from the beginning, may be given several times
  --notify <url>            sends notifications there, signed
  --notify-secret <secret>  what they are signed with; default fake-notification-secret
  --seed <text>             ids follow from it, so that they are the same in each run; default: other ones each time
  --quiet                   no line per request
  --help

While it runs: a status page at /, the list of controls at GET /__fake/, each of them JSON by POST
  curl -X POST localhost:4010/__fake/advance -H 'content-type: application/json' -d '{"ms":60000}'
`;

const flags = {
  port: { type: "string", default: "4010" },
  host: { type: "string", default: "127.0.0.1" },
  "app-id": { type: "string" },
  "customer-id": { type: "string" },
  "customer-secret": { type: "string" },
  speed: { type: "string", default: "1" },
  fault: { type: "string", multiple: true, default: [] as string[] },
  join: { type: "string", multiple: true, default: [] as string[] },
  notify: { type: "string" },
  "notify-secret": { type: "string", default: "fake-notification-secret" },
  seed: { type: "string" },
  quiet: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const { values } = parseArgs({ options: flags });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const speed = positive(values.speed, "--speed");
  const seeds = seedsOf(values.seed);
  const options: FakeAgoraOptions = { speed, seed: seeds.next };
  if (values["app-id"] !== undefined) options.appId = values["app-id"];
  if (values["customer-id"] !== undefined) options.customerId = values["customer-id"];
  if (values["customer-secret"] !== undefined) options.customerSecret = values["customer-secret"];
  const faults = values.fault.map(readFaultFlag);
  const users = values.join.map(userOf);
  const notify = values.notify === undefined ? undefined : webhookOf(values.notify);
  const fake = createFakeAgora(options);
  fake.use(...faults);
  for (const { cname, uid } of users) fake.channel(cname).join(uid);
  const secret = values["notify-secret"];
  if (notify !== undefined) fake.sendNotificationsTo(notify, { secret, onDelivery: reportFailed });
  const served = await serveFakeAgora(fake, {
    port: portOf(values.port),
    host: values.host,
    onAnswer: ({ method, path, status, ms }) => {
      if (!values.quiet) process.stdout.write(`${status ?? "cut"} ${method} ${shortened(path)} ${Math.round(ms)} ms\n`);
    },
  });
  process.stdout.write(
    banner(fake, {
      url: served.url,
      speed,
      seed: seeds.first,
      notify,
      ownSecret: values["customer-secret"] !== undefined,
    }),
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end(served));
}

function reportFailed({ notification, resend, status, received }: NotificationDelivery): void {
  if (received) return;
  const attempt = resend === 0 ? "" : `, resend ${resend}`;
  const answer = status === null ? "no answer" : status === 200 ? "200 without JSON" : String(status);
  process.stdout.write(`notification ${notification.eventType} was not received: ${answer}${attempt}\n`);
}

/** What is under way is cut; timers of the service, and notifications to be sent again, hold nobody up. */
async function end(served: ServedFake): Promise<void> {
  await served.close();
  process.exit(0);
}

/** One for all runs and resets if it is given, else another one for each: what a client remembers must not fit by chance. */
function seedsOf(given: string | undefined): { readonly first: string; readonly next: () => string } {
  const draw = () => given ?? crypto.randomUUID().slice(0, 8);
  const first = draw();
  let isFirst = true;
  const next = () => {
    if (!isFirst) return draw();
    isFirst = false;
    return first;
  };
  return { first, next };
}

function webhookOf(value: string): string {
  if (URL.canParse(value) && /^https?:/.test(value)) return value;
  throw new RangeError(`--notify needs an address with http or https, not ${value}.`);
}

/** Names of channels may have colons, uids have none. */
function userOf(value: string): { readonly cname: string; readonly uid: string } {
  const [, cname, uid] = /^(.+):([^:]+)$/.exec(value) ?? [];
  if (cname !== undefined && uid !== undefined) return { cname, uid };
  throw new RangeError(`--join needs a channel and a uid, as room-1:1001, not ${value}.`);
}

function positive(value: string, flag: string): number {
  const number = Number(value);
  if (!(number > 0 && Number.isFinite(number))) throw new RangeError(`${flag} needs a number above 0, not ${value}.`);
  return number;
}

function portOf(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) throw new RangeError(`--port needs a number up to 65535, not ${value}.`);
  return port;
}

/** Resource IDs and builder tokens fill a line without telling anything. */
const shortened = (path: string): string =>
  path.replace(/(\/resourceid\/[^/]{8})[^/]*/, "$1…").replace(/([?&]builderToken=[^&]{8})[^&]*/, "$1…");
