import { object } from "../../validation/object.ts";
import { amount, choose, once, type OptionalFields } from "../../validation/schema.ts";
import type { SttJoinRequest } from "../types/join.ts";
import type { SttFlatRequest, SttV5Request, SttV6Request } from "../types/task-request.ts";
import { agentCaptionConfig, endpointRule, extensionParams, taskCaptionConfig } from "./caption-config.ts";
import { agentName, keywords, languages, sinceV6, uidLanguages } from "./fields.ts";
import { limitsOf } from "./limits.ts";
import { v5RtcConfig, v6RtcConfig, v7RtcConfig } from "./rtc-config.ts";
import { isMixed, v5TranslateConfig, v6TranslateConfig, v7TranslateConfig } from "./translate-config.ts";

const idleTime = (min: number) => amount(min, 2_592_000, "seconds", [1000, "milliseconds"]);

/** What v5 and v6 have in common. */
const flat = (): OptionalFields<SttFlatRequest> => ({ maxIdleTime: idleTime(5), captionConfig: taskCaptionConfig() });

/** The body of start in v5. */
export const v5Request = /* @__PURE__ */ once(() =>
  object<SttV5Request>(
    { languages: languages(limitsOf("v5").languages), rtcConfig: v5RtcConfig() },
    { ...flat(), uidLanguagesConfig: sinceV6(), translateConfig: v5TranslateConfig() },
  ),
);

/** The body of start in v6. */
export const v6Request = /* @__PURE__ */ once(() =>
  object<SttV6Request>(
    { languages: languages(limitsOf("v6").languages), rtcConfig: v6RtcConfig() },
    { ...flat(), uidLanguagesConfig: uidLanguages(), translateConfig: v6TranslateConfig() },
  ),
);

/** What join takes. */
export const joinRequest = /* @__PURE__ */ once(() =>
  choose<SttJoinRequest, boolean>(isMixed, (mixed) =>
    object<SttJoinRequest>(
      { languages: languages(limitsOf("v7").languages), rtcConfig: v7RtcConfig(), name: agentName() },
      {
        uidLanguagesConfig: uidLanguages(),
        // Up to 7.2.2 and in China 5 to 30 days, since 7.2.3 0 to 3 days: taken is what one of them takes.
        maxIdleTime: idleTime(0),
        captionConfig: agentCaptionConfig(),
        translateConfig: v7TranslateConfig(mixed),
        keywords: keywords(),
        extensionParams: extensionParams(),
      },
      endpointRule,
    ),
  ),
);
