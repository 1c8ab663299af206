import { get } from "../../validation/get.ts";
import { integer, list, object, pattern, string, text, type Rule, type Schema } from "../../validation/schema.ts";
import { anything } from "./fields.ts";

const S3_COMPATIBLE = 11;

const storageRule: Rule = (storage, report) => {
  for (const name of ["accessKey", "secretKey"]) {
    if (get(storage, name) === undefined && get(storage, name.toLowerCase()) === undefined) {
      report(name, "is required");
    }
  }
  const prefix = get(storage, "fileNamePrefix");
  if (Array.isArray(prefix) && prefix.join("/").length > 127) {
    report("fileNamePrefix", "must have at most 128 characters, slashes included");
  }
};

/** Vendors and regions are open. The documents spell the keys in two ways. */
export function storage(): Schema {
  const key = text();
  return object(
    { vendor: integer(0), region: integer(0), bucket: text() },
    {
      accessKey: key,
      secretKey: key,
      accesskey: key,
      secretkey: key,
      fileNamePrefix: list(pattern(/^[a-z\d]+$/i, "must be letters and digits (a-z A-Z 0-9)")),
    },
    storageRule,
  );
}

export function extensionParams(): Schema {
  const words = string();
  return object(
    {},
    {
      endpoint: pattern(/^https?:\/\/./i, "must begin with http:// or https://"),
      type: words,
      provider: words,
      region: words,
      tag: words,
      tagByRule: list(anything()),
      sse: words,
      overwritekeys: anything(),
    },
  );
}

export function captionConfig(version: unknown): Schema {
  const slices = { sliceDuration: integer(5, 28_800) };
  return version === "v7"
    ? object({}, { ...slices, storage: storage(), extensionParams: extensionParams() })
    : object({ storage: storage() }, slices);
}

/** `extensionParams` may stand in `captionConfig` or next to it. */
export const endpointRule: Rule = (request, report) => {
  const path = "captionConfig.extensionParams.endpoint";
  if (
    get(request, "captionConfig.storage.vendor") === S3_COMPATIBLE &&
    get(request, path) === undefined &&
    get(request, "extensionParams.endpoint") === undefined
  ) {
    report(path, `is required for vendor ${S3_COMPATIBLE}`);
  }
};
