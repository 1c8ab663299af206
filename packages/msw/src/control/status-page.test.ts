import { expect, test } from "vitest";
import { createFakeAgora } from "../fake.ts";
import { statusPage } from "./status-page.ts";
import { who } from "../testing/caller.ts";
import { clientOf, joinAgent, startMix, startTask } from "../testing/client.ts";

test("shows channels, recordings, transcriptions and the last requests", async () => {
  const fake = createFakeAgora({ rateLimit: false, appId: "app-of-mine" });
  const client = clientOf(fake);
  fake.channel(who.cname).join("1001");
  fake.channel("room-9").join("1002", { publish: false });
  const handle = await startMix(client);
  await joinAgent(client, "agent-of-mine", "77");
  await startTask(client);
  fake.advance(20_000);
  await client.recording.stop(handle);
  const response = statusPage(fake);
  expect(response.headers.get("content-type")).toContain("text/html");
  const html = await response.text();
  for (const shown of [
    "app-of-mine",
    "<td>room-1</td><td>1001</td>",
    "<td>room-9</td><td>1002 (silent)</td>",
    `<td>${handle.sid}</td><td>mix</td><td>room-1</td><td>900001</td><td>8</td><td>requested</td><td>${handle.sid}_room-1.m3u8</td>`,
    "<td>agent-of-mine</td>",
    `<td>${fake.tasks[0]?.taskId}</td><td>room-1</td><td>IN_PROGRESS</td><td>running</td>`,
    "<td>recording.stop</td>",
  ]) {
    expect(html).toContain(shown);
  }
  expect(html).not.toContain(handle.resourceId);
});

test("what callers send is text, not markup", async () => {
  const fake = createFakeAgora();
  fake.channel(`<img src=x onerror="alert(1)">`).join("1");
  await fake.fetch("https://api.agora.io/<script>");
  const html = await statusPage(fake).text();
  expect(html).not.toContain("<img");
  expect(html).not.toContain("<script");
  expect(html).toContain("&#60;img src=x onerror=&#34;alert(1)&#34;&#62;");
});

test("an empty fake has an empty page", async () => {
  expect((await statusPage(createFakeAgora()).text()).match(/<p>None<\/p>/g)).toHaveLength(5);
});
