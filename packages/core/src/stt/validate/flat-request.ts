import { lazy } from "valibot";
import { amount, object, type Schema } from "../../validation/schema.ts";
import { captionConfig, endpointRule, extensionParams } from "./caption-config.ts";
import { agentName, keywords, languages, uidLanguages } from "./fields.ts";
import { limitsOf } from "./limits.ts";
import { rtcConfig } from "./rtc-config.ts";
import { translateConfig } from "./translate-config.ts";

/** The body of start in v5 and v6, and of join in v7. */
export function flatRequest(version: "v5" | "v6" | "v7"): Schema {
  const v7 = version === "v7";
  const required = { languages: languages(limitsOf(version).languages), rtcConfig: rtcConfig(version) };
  const options = {
    uidLanguagesConfig: uidLanguages(version),
    // Up to 7.2.2 and in China 5 to 30 days, since 7.2.3 0 to 3 days: taken is what one of them takes.
    maxIdleTime: amount(v7 ? 0 : 5, 2_592_000, "seconds", [1000, "milliseconds"]),
    captionConfig: captionConfig(version),
  };
  return lazy((request) => {
    const fields = { ...options, translateConfig: translateConfig(version, request) };
    return v7
      ? object(
          { ...required, name: agentName() },
          { ...fields, keywords: keywords(), extensionParams: extensionParams() },
          endpointRule,
        )
      : object(required, fields);
  });
}
