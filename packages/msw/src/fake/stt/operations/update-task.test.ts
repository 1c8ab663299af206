import { describe, expect, test } from "vitest";
import { callStt, flatRequest } from "../../../testing/stt-caller.ts";

const french = { translateConfig: { languages: [{ source: "en-US", target: ["fr-FR"] }] } };

async function running(body: object = flatRequest({ maxIdleTime: 600 }), options = {}) {
  const caller = callStt({ sttSilentQuery: 200, ...options });
  const task = await caller.task(body);
  caller.fake.advance(5000);
  return { ...caller, ...task };
}

test("only what the mask names changes, and that as a whole", async () => {
  const { fake, update } = await running(flatRequest(french));
  const body = { languages: ["zh-CN"], rtcConfig: { subscribeAudioUids: ["111"] }, translateConfig: { enable: false } };
  const mask = "languages,rtcConfig.subscribeAudioUids,translateConfig.enable";
  expect((await update(body, mask, 1)).status).toBe(200);
  expect(fake.tasks[0]).toMatchObject({
    languages: ["zh-CN"],
    subscribed: ["111"],
    translates: false,
    translations: french.translateConfig.languages,
    sequenceId: 1,
  });
  fake.advance(5000);
  const all = { languages: ["de-DE"], rtcConfig: { subscribeAudioUids: ["all"] } };
  expect((await update(all, "rtcConfig.subscribeAudioUids", 2)).status).toBe(200);
  expect(fake.tasks[0]).toMatchObject({ languages: ["zh-CN"], subscribed: null });
  fake.advance(5000);
  expect((await update({ translateConfig: { enable: true } }, "translateConfig.enable", 3)).status).toBe(200);
  expect(fake.tasks[0]).toMatchObject({ translates: true });
});

test("translation can begin later, but not without languages", async () => {
  const { fake, update } = await running();
  const mask = "translateConfig.enable,translateConfig.languages";
  expect(await update({ translateConfig: { enable: true } }, "translateConfig.enable")).toMatchObject({
    status: 400,
    body: { message: "body schema check fail, translateConfig.languages is required" },
  });
  const { languages } = french.translateConfig;
  expect((await update({ translateConfig: { enable: true, languages } }, mask)).status).toBe(200);
  expect(fake.tasks[0]).toMatchObject({ translates: true, translations: languages });
});

test("languages per speaker", async () => {
  const { fake, update } = await running();
  const uidLanguagesConfig = [{ uid: "101", languages: ["de-DE"] }];
  expect((await update({ uidLanguagesConfig }, "uidLanguagesConfig")).status).toBe(200);
  expect(fake.tasks[0]).toMatchObject({ uidLanguages: uidLanguagesConfig });
});

describe("five seconds", () => {
  test("after start and between updates; queries and stops do not count", async () => {
    const { fake, task } = callStt({ sttSilentQuery: 200 });
    const { query, update, stop } = await task();
    fake.advance(4999);
    const early = await update({ languages: ["de-DE"] }, "languages", 1);
    expect(early).toMatchObject({ status: 400, body: { message: expect.stringContaining("5 seconds") } });
    fake.advance(1);
    expect((await update({ languages: ["de-DE"] }, "languages", 1)).status).toBe(200);
    expect((await query()).status).toBe(200);
    expect((await update({ languages: ["de-DE"] }, "languages", 2)).status).toBe(400);
    expect((await stop()).status).toBe(200);
  });
});

test("sequenceId has to grow", async () => {
  const { fake, update } = await running();
  const body = { languages: ["de-DE"] };
  for (const bad of ["", "-1", "x"]) expect((await update(body, "languages", bad)).status).toBe(400);
  expect((await update(body, "languages", 0)).status).toBe(200);
  fake.advance(5000);
  expect(await update(body, "languages", 0)).toMatchObject({
    status: 400,
    body: { message: "body schema check fail, sequenceId has to grow" },
  });
  expect((await update(body, "languages", 7)).status).toBe(200);
});

test.each([
  [{}, "languages", "languages is required"],
  [{ languages: ["de-DE"] }, "", "updateMask is required"],
  [{ languages: ["de-DE"] }, "language", "updateMask has the unknown path language"],
  [{ keywords: ["a"] }, "keywords", "updateMask has the unknown path keywords"],
  [{ languages: ["de-DE"] }, "languages,translateConfig.enable", "translateConfig.enable is required"],
  [{ languages: ["EN-us"] }, "languages", "languages is invalid"],
  [{ languages: ["en-US", "de-DE", "fr-FR", "it-IT", "es-ES"] }, "languages", "languages is invalid"],
  [
    { rtcConfig: { subscribeAudioUids: ["all", "1"] } },
    "rtcConfig.subscribeAudioUids",
    "rtcConfig.subscribeAudioUids is invalid",
  ],
  [
    { translateConfig: { languages: [{ source: "en-US", target: ["en-US"] }] } },
    "translateConfig.languages",
    "translateConfig.languages[0].target is the source language",
  ],
])("refuses %j with the mask %s", async (body, mask, why) => {
  const { update } = await running();
  expect(await update(body, mask)).toMatchObject({ status: 400, body: { message: `body schema check fail, ${why}` } });
});

test("v5 knows no languages per speaker", async () => {
  const { update } = await running(flatRequest({ maxIdleTime: 600 }), { sttLimits: "v5" });
  const reply = await update({ uidLanguagesConfig: [] }, "uidLanguagesConfig");
  expect(reply.body.message).toBe("body schema check fail, updateMask has the unknown path uidLanguagesConfig");
});

test("a task that is leaving or gone is not updated", async () => {
  const { update, stop } = await running();
  await stop();
  expect(await update({ languages: ["de-DE"] }, "languages")).toMatchObject({
    status: 404,
    body: { message: "The task is not found" },
  });
});
