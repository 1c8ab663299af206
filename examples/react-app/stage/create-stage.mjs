// Everything that the page needs, on one address: the page by Vite, its Worker in workerd, and Agora behind it.
import { createFakeAgora } from "@agora-edge/msw/fake";
import { createControls } from "./fake/controls.mjs";
import { defaultChannel, startFake } from "./fake/service.mjs";
import { startBucket } from "./fake/bucket.mjs";
import { buildPage, servePage } from "./page.mjs";
import { signIn } from "./session.mjs";
import { startWorker } from "./workerd.mjs";

const demo = { DEMO: "1", WEB_HOSTS: "example.com,example.org" };
const notificationSecret = "demo-notification-secret";

/** With a fake Agora in this process. */
export async function createStage({ port = 5173, built = false, strip = true, speed = 1 } = {}) {
  return open(async (parts) => {
    const bucket = await startBucket();
    parts.push(bucket);
    const service = await startFake({ speed, storage: bucket.storage });
    parts.push(service);
    const { fake, pace } = service;
    const worker = await startWorker({
      ...demo,
      AGORA_APP_ID: fake.appId,
      AGORA_CUSTOMER_ID: fake.customerId,
      AGORA_CUSTOMER_SECRET: fake.customerSecret,
      AGORA_APP_CERTIFICATE: "fedcba9876543210fedcba9876543210",
      AGORA_NOTIFICATION_SECRETS: notificationSecret,
      AGORA_BASE_URL: service.url,
      ...bucket.bindings,
    });
    parts.push(worker);
    const sender = fake.sendNotificationsTo(`${worker.url}/agora-events`, { secret: notificationSecret });
    parts.push({ close: () => sender.stop() });
    const page = await servePage({
      port,
      built,
      env: pageEnv({ appId: fake.appId, speaker: "1001", strip }),
      proxy: { "^/api/": { target: worker.url, ws: true }, "^/__fake/": { target: service.url } },
      handle: [signIn(worker.url), createControls(service)],
    });
    parts.push(page);
    return { url: page.url, fake, bucket, setSpeed: (speed) => pace.set(speed) };
  });
}

/** The page as stages with a fake have it, for the `built` of many. */
export const buildFakePage = ({ strip = true } = {}) =>
  buildPage(pageEnv({ appId: createFakeAgora().appId, speaker: "1001", strip }));

/** With the real service, for an account of `readAccount`. */
export async function createLiveStage({ account, port = 5173, built = false }) {
  return open(async (parts) => {
    const { bindings } = account;
    const worker = await startWorker({ ...demo, ...bindings });
    parts.push(worker);
    const page = await servePage({
      port,
      built,
      env: pageEnv({ appId: bindings.AGORA_APP_ID, speaker: "", strip: false }),
      proxy: { "^/api/": { target: worker.url, ws: true }, "^/agora-events$": { target: worker.url } },
      handle: [signIn(worker.url)],
    });
    parts.push(page);
    return { url: page.url };
  });
}

const pageEnv = ({ appId, speaker, strip }) => ({
  VITE_AGORA_APP_ID: appId,
  VITE_DEFAULT_CHANNEL: defaultChannel,
  VITE_SPEAKER_UID: speaker,
  VITE_FAKE: strip ? "1" : "",
});

/** What was started until something fails is ended again, else the process would wait for it. The last goes first. */
async function open(start) {
  const parts = [];
  const close = async () => {
    for (const part of parts.splice(0).toReversed()) await part.close();
  };
  try {
    return { ...(await start(parts)), close };
  } catch (error) {
    await close();
    throw error;
  }
}
