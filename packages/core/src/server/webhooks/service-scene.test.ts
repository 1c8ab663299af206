import { createFakeAgora } from "@agora-edge/msw/fake";
import { expect, test } from "vitest";
import { createNotificationHandler, verifyNotification, type AgoraNotification } from "../../server.ts";
import { notify, secret, uploaded } from "../testing/notify.ts";

test.each(["rtsc/raw-recording", "rtc_record", "rtc_snapshot", "web_record", "of-tomorrow"])(
  "a notification of the scene %s is the event that it is",
  async (serviceScene) => {
    const body = { ...uploaded, payload: { ...uploaded.payload, serviceScene } };
    const event = await verifyNotification(await notify(body), { secret, tolerance: false });
    expect(event).toMatchObject({ name: "uploaded", payload: { serviceScene } });
  },
);

test("notifications of a recording in mode raw arrive signed, with their scene and the files of each user", async () => {
  const fake = createFakeAgora({ rateLimit: false });
  const events: AgoraNotification[] = [];
  const handler = createNotificationHandler({ secret, clock: fake.clock, onEvent: (event) => void events.push(event) });
  const sender = fake.sendNotificationsTo(handler, { secret });
  fake.channel("room-1").join("1001");
  const send = (path: string, clientRequest: object) =>
    fake.fetch(`https://api.agora.io/v1/apps/${fake.appId}/cloud_recording/${path}`, {
      method: "POST",
      headers: {
        authorization: `Basic ${btoa(`${fake.customerId}:${fake.customerSecret}`)}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ cname: "room-1", uid: "900001", clientRequest }),
    });
  const { resourceId } = (await (await send("acquire", {})).json()) as { resourceId: string };
  const storageConfig = { vendor: 1, region: 0, bucket: "b", accessKey: "a", secretKey: "s" };
  const started = await send(`resourceid/${resourceId}/mode/raw/start`, { storageConfig });
  const { sid } = (await started.json()) as { sid: string };
  await fake.advanceAsync(20_000);
  await send(`resourceid/${resourceId}/sid/${sid}/mode/raw/stop`, {});
  await sender.settled();
  const names = events.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["recorder-started", "file-infos", "uploaded", "session-exit"]));
  expect(names).not.toContain("unknown");
  for (const { payload } of events) expect(payload).toMatchObject({ serviceScene: "rtsc/raw-recording", sid });
  const fileName = `${sid}_room-1__uid_s_1001__uid_e_h264.m3u8`;
  expect(events.find(({ name }) => name === "uploaded")).toMatchObject({
    payload: { details: { fileList: [{ fileName, uid: "1001", trackType: "audio_and_video" }] } },
  });
});
