import { get } from "../../validation/get.ts";
import { list } from "../../validation/list.ts";
import { object, type Report, type Rule } from "../../validation/object.ts";
import {
  amount,
  choice,
  integer,
  number,
  once,
  pattern,
  string,
  type OptionalFields,
} from "../../validation/schema.ts";
import type { LayoutRegion, UserBackground, VideoLayout } from "../types/layout.ts";
import type { TranscodingConfig } from "../types/transcoding-config.ts";
import { listedUid } from "../../rtc/identity.ts";

const MAX_AREA = 1920 * 1080;
const CUSTOM_LAYOUT = 3;

/** A number below the value, or the default. */
export function numberAt(value: unknown, name: string, otherwise: number): number {
  const found = get(value, name);
  return typeof found === "number" ? found : otherwise;
}

/** R20: the area of a canvas or a page. */
export function checkArea(report: Report, name: string, width: number, height: number): void {
  if (width * height > MAX_AREA) report(name, `must be at most ${MAX_AREA} when multiplied by the height`);
}

/** R23. With room for sums that miss 1 by the last bit, such as 0.9 + 0.1; the service reads six decimals. */
const regionRule: Rule = (region, report) => {
  for (const [axis, size] of [
    ["x_axis", "width"],
    ["y_axis", "height"],
  ] as const) {
    if (numberAt(region, axis, 0) + numberAt(region, size, 0) > 1 + 1e-6) {
      report(size, `must be at most 1 when added to ${axis}`);
    }
  }
};

/** R21. */
export const layoutRule: Rule = (layout, report) => {
  const custom = get(layout, "mixedVideoLayout") === CUSTOM_LAYOUT;
  if (custom !== (get(layout, "layoutConfig.0") !== undefined)) {
    report("layoutConfig", `${custom ? "is required for" : "is only for"} mixedVideoLayout ${CUSTOM_LAYOUT}`);
  }
};

/** What `transcodingConfig` and a new layout have in common. */
export function layoutFields(): OptionalFields<VideoLayout> {
  const part = number(0, 1);
  const renderMode = choice(1);
  // Empty or 0 means no user in particular: the official Go client and others send it so.
  const inLayout = listedUid(pattern(/^\d*$/, "must be an integer in a string"));
  return {
    mixedVideoLayout: choice(3),
    maxResolutionUid: inLayout,
    backgroundColor: pattern(/^(#[\da-f]{6})?$/i, "must be # and six hexadecimal digits"),
    backgroundImage: string(),
    defaultUserBackgroundImage: string(),
    layoutConfig: list(
      object<LayoutRegion>(
        { x_axis: part, y_axis: part, width: part, height: part },
        {
          uid: inLayout,
          alpha: part,
          render_mode: renderMode,
        },
        regionRule,
      ),
      0,
      17,
    ),
    backgroundConfig: list(
      object<UserBackground>({ uid: listedUid(), image_url: string() }, { render_mode: renderMode }),
    ),
  };
}

export const transcodingConfig = /* @__PURE__ */ once(() => {
  const size = integer(1);
  return object<TranscodingConfig>(
    {},
    {
      width: size,
      height: size,
      fps: number(0, Infinity),
      bitrate: amount(1, 6500, "Kbps", [1000, "bps"], Number.isFinite),
      ...layoutFields(),
    },
    (config, report, warn) => {
      checkArea(report, "width", numberAt(config, "width", 360), numberAt(config, "height", 640));
      layoutRule(config, report, warn);
    },
  );
});
