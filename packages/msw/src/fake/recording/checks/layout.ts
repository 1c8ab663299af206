import { isObject, list, type JsonObject } from "../../runtime/json.ts";
import {
  isInteger,
  isMissing,
  isNumber,
  isOptional,
  isSomebodyOrNobody,
  isText,
  isUrl,
  isUrlOrNothing,
} from "../../checks/values.ts";
import type { Problems } from "../../checks/values.ts";

/** The layout fields, of a start and of a new layout. */
export function* layoutProblems(layout: JsonObject, path = ""): Problems {
  const at = (name: string) => `${path}${name}`;
  if (!isOptional(layout.mixedVideoLayout, (value) => isInteger(value, 0, 3))) yield at("mixedVideoLayout");
  if (!isOptional(layout.maxResolutionUid, isSomebodyOrNobody)) yield at("maxResolutionUid");
  if (!isOptional(layout.backgroundColor, isColor)) yield at("backgroundColor");
  for (const name of ["backgroundImage", "defaultUserBackgroundImage"]) {
    if (!isOptional(layout[name], isUrlOrNothing)) yield at(name);
  }
  yield* regionsProblems(layout, at("layoutConfig"));
  yield* backgroundsProblems(layout.backgroundConfig, at("backgroundConfig"));
}

const isColor = (value: unknown): boolean =>
  typeof value === "string" && (value === "" || /^#[0-9A-Fa-f]{6}$/.test(value));

function* regionsProblems(layout: JsonObject, path: string): Problems {
  const regions = list(layout.layoutConfig);
  if (!isMissing(layout.layoutConfig) && !Array.isArray(layout.layoutConfig)) yield path;
  if (layout.mixedVideoLayout === 3 && regions.length === 0) yield path;
  if (regions.length > 17) yield path;
  for (const [index, region] of regions.entries()) yield* regionProblems(region, `${path}[${index}]`);
}

function* regionProblems(region: unknown, path: string): Problems {
  if (!isObject(region)) {
    yield path;
    return;
  }
  for (const name of ["x_axis", "y_axis", "width", "height"]) {
    if (!isNumber(region[name], 0, 1)) yield `${path}.${name}`;
  }
  if (reach(region.x_axis, region.width) > 1) yield `${path}.width`;
  if (reach(region.y_axis, region.height) > 1) yield `${path}.height`;
  if (!isOptional(region.uid, isSomebodyOrNobody)) yield `${path}.uid`;
  if (!isOptional(region.alpha, (value) => isNumber(value, 0, 1))) yield `${path}.alpha`;
  if (!isOptional(region.render_mode, (value) => isInteger(value, 0, 1))) yield `${path}.render_mode`;
}

/** Six decimals count, so that 0.7 + 0.3 is not outside. */
const reach = (from: unknown, size: unknown): number => Math.round((Number(from) + Number(size)) * 1e6) / 1e6;

function* backgroundsProblems(backgrounds: unknown, path: string): Problems {
  if (isMissing(backgrounds)) return;
  if (!Array.isArray(backgrounds)) {
    yield path;
    return;
  }
  for (const [index, item] of list(backgrounds).entries()) {
    const at = `${path}[${index}]`;
    if (!isObject(item)) {
      yield at;
      continue;
    }
    if (!isText(item.uid)) yield `${at}.uid`;
    if (!isUrl(item.image_url, ["http", "https"])) yield `${at}.image_url`;
    if (!isOptional(item.render_mode, (value) => isInteger(value, 0, 1))) yield `${at}.render_mode`;
  }
}
