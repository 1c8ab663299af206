import { describe, expect, test } from "vitest";
import { en } from "./en.ts";
import { common } from "./en/common.ts";
import { extra, signature } from "./en/extra.ts";
import { local } from "./en/local.ts";
import { reasons } from "./en/reasons.ts";
import { recording } from "./en/recording.ts";
import { stt } from "./en/stt.ts";
import { sttTasks } from "./en/stt-tasks.ts";
import { zhCN, zhCNStates } from "./zh-CN.ts";
import { common as zhCommon } from "./zh-CN/common.ts";
import { extra as zhExtra, signature as zhSignature } from "./zh-CN/extra.ts";
import { local as zhLocal } from "./zh-CN/local.ts";
import { reasons as zhReasons } from "./zh-CN/reasons.ts";
import { recording as zhRecording } from "./zh-CN/recording.ts";
import { stt as zhStt } from "./zh-CN/stt.ts";

const cjk = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u;
const han = /\p{Script=Han}/u;
const catalogues = { en, zhCN };

function keysOf(catalogue: object): string[] {
  return Object.keys(catalogue).sort();
}

describe("both catalogues", () => {
  test("have the same kinds and variants", () => {
    expect(keysOf(zhCN)).toEqual(keysOf(en));
  });

  test.each([
    ["local", local, zhLocal],
    ["common", common, zhCommon],
    ["recording", recording, zhRecording],
    ["stt", { ...stt, ...sttTasks }, zhStt],
    ["extra", extra, zhExtra],
    ["signature", signature, zhSignature],
    ["reasons", reasons, zhReasons],
  ])("have the same keys in %s", (_, english, chinese) => {
    expect(keysOf(chinese)).toEqual(keysOf(english));
  });

  test("have no key in two files, which would lose a text", () => {
    const keys = [local, common, recording, stt, sttTasks, extra, signature, reasons].flatMap(keysOf);
    expect(keys.sort()).toEqual(keysOf(en));
  });

  test("have a general text for every kind that has a variant", () => {
    const kinds = keysOf(en).filter((key) => !key.startsWith("reason:"));
    for (const key of kinds) expect(en).toHaveProperty([key.split("/")[0] ?? ""]);
  });
});

describe.each(Object.entries(catalogues))("%s", (_, catalogue) => {
  test.each(Object.entries(catalogue))("%s is complete", (_key, text) => {
    const [title, explanation, action, ...causes] = text;
    for (const part of text) {
      expect(part.trim()).toBe(part);
      expect(part).not.toBe("");
      expect(part).not.toMatch(/ {2}|[!！]/);
      // Texts are fixed words: nothing in them stands for a value that is filled in.
      expect(part).not.toMatch(/\$\{|\{\{|<[^>]*>|\[redacted\]|\*{3}|\bYOUR_/i);
    }
    expect(title.length).toBeLessThanOrEqual(60);
    expect(title).not.toMatch(/[.。]$/);
    expect(explanation).toMatch(/[.。]$/);
    expect(action).toMatch(/[.。]$/);
    expect(causes.length).toBeLessThanOrEqual(4);
    for (const cause of causes) expect(cause).not.toMatch(/[.。]$/);
  });

  test("explains different kinds differently", () => {
    const kindOf = new Map<string, string>();
    for (const [key, [, explanation]] of Object.entries(catalogue)) {
      const kind = key.split("/")[0] ?? "";
      expect(kindOf.get(explanation) ?? kind).toBe(kind);
      kindOf.set(explanation, kind);
    }
  });

  test("does not take the app's own proxy for Agora", () => {
    for (const kind of ["proxy-unauthenticated", "proxy-forbidden", "proxy-rejected"] as const) {
      expect(catalogue[kind].join(" ")).not.toMatch(/Agora|Customer|客户|声网/);
    }
  });
});

test("English has no Chinese, and asks for nothing with please", () => {
  for (const text of Object.values(en)) {
    expect(text.join(" ")).not.toMatch(cjk);
    expect(text.join(" ")).not.toMatch(/\bplease\b/i);
  }
});

test("what any call can end as says nothing of a start or stop, which acquire and reads are not", () => {
  for (const text of Object.values({ ...local, ...common })) expect(text.join(" ")).not.toMatch(/start or stop/i);
  for (const text of Object.values({ ...zhLocal, ...zhCommon })) expect(text.join(" ")).not.toMatch(/start 或 stop/);
});

test("Chinese calls the vendor, the product and the parts as its own documents do", () => {
  for (const text of [...Object.values(zhCN), ...Object.values(zhCNStates)]) {
    expect(text.join(" ")).not.toMatch(/Agora|语音转文字|句柄|录制端|未被接受|Mbit/);
    expect(text.join(" ").replaceAll("第三方云存储", "").replaceAll("云存储厂商", "")).not.toMatch(/云存储/);
    // Pauses, not points in time.
    expect(text.join(" ")).not.toMatch(/\d、\d+ 秒/);
  }
});

describe("Chinese", () => {
  test.each(Object.entries(zhCN))("%s is Chinese prose", (_, [title, explanation, action]) => {
    for (const part of [title, explanation, action]) {
      expect(part).toMatch(han);
      expect(part, "full-width punctuation").not.toMatch(/\p{Script=Han}[,;:?()]|[,;:?()]\p{Script=Han}/u);
      expect(part, "a blank between Chinese and Latin").not.toMatch(
        /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u,
      );
    }
  });
});

describe("what a person must learn from a text", () => {
  test.each([
    ["resource-expired", /five minutes/, /五分钟/],
    ["builder-token-expired", /five minutes/, /五分钟/],
    ["rate-limited", /10 requests a second/, /每秒 10 次/],
    ["task-not-found/recording.query", /90 s/, /90 秒/],
    ["task-not-found/recording.stop", /90 s/, /90 秒/],
    ["request-not-completed/recording.start", /3 and 6 s/, /3 秒、6 秒/],
    ["invalid-parameter/recording.stop", /recording goes on/, /录制还在进行/],
    ["upload-timeout", /stop took effect/, /stop 已经生效/],
    ["in-doubt", /may have taken effect/, /可能已经生效/],
    ["invalid-credentials", /not App ID and App Certificate/, /不是 App ID 和 App 证书/],
    ["unauthorized", /not App ID and App Certificate/, /不是 App ID 和 App 证书/],
    ["bad-request", /too many calls/, /次数过多/],
    ["request-not-completed/recording.query", /says nothing about the recording/, /无法据此判断录制/],
    ["backend-timeout/recording.query", /does not say whether the recording goes on/, /无法据此判断录制/],
    ["query-server-error", /does not say whether the recording goes on/, /无法据此判断录制/],
    ["internal-error/sttTasks", /501, 502 or 504.*any other.*support/, /501、502 或 504.*其他错误码.*技术支持/],
  ] as const)("%s", (key, english, chinese) => {
    expect(en[key].join(" ")).toMatch(english);
    expect(zhCN[key].join(" ")).toMatch(chinese);
  });
});
