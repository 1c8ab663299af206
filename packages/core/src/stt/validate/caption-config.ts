import { lazy } from "valibot";
import { S3_COMPATIBLE, warnOfEndpoint } from "../../recording/validate/storage-config.ts";
import { region, vendor } from "../../recording/validate/storage-names.ts";
import { isAbsent } from "../../validation/absent.ts";
import { get } from "../../validation/get.ts";
import {
  advise,
  amount,
  list,
  object,
  pattern,
  string,
  text,
  type Rule,
  type Schema,
} from "../../validation/schema.ts";
import { anything } from "./fields.ts";

const storageRule: Rule = (storage, report) => {
  for (const name of ["accessKey", "secretKey"]) {
    if (isAbsent(get(storage, name) ?? get(storage, name.toLowerCase()))) {
      report(name, "is required");
    }
  }
  const prefix = get(storage, "fileNamePrefix");
  if (Array.isArray(prefix) && prefix.join("/").length > 127) {
    report("fileNamePrefix", "must have at most 128 characters, slashes included");
  }
};

/** Vendors and regions are open. The documents spell the keys in two ways, and use folders that break their own rule. */
export function storage(): Schema {
  const key = text();
  const folder = pattern(/^[^/]+$/, "must be a folder without /");
  const options = {
    accessKey: key,
    secretKey: key,
    accesskey: key,
    secretkey: key,
    fileNamePrefix: list(
      advise(folder, (name) => /^[a-z\d]+$/i.test(String(name)), "is documented as letters and digits (a-z A-Z 0-9)"),
    ),
  };
  return lazy((storage) =>
    object({ vendor: vendor(), region: region(get(storage, "vendor")), bucket: text() }, options, storageRule),
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
  const slices = { sliceDuration: amount(5, 28_800, "seconds", [1000, "milliseconds"]) };
  return version === "v7"
    ? object({}, { ...slices, storage: storage(), extensionParams: extensionParams() }, (config, _report, warn) => {
        warnOfEndpoint(get(config, "storage.vendor"), get(config, "extensionParams"), warn, "extensionParams");
      })
    : object({ storage: storage() }, slices);
}

/** `extensionParams` may stand in `captionConfig` or next to it. */
export const endpointRule: Rule = (request, report, warn) => {
  const path = "captionConfig.extensionParams.endpoint";
  const number = get(request, "captionConfig.storage.vendor");
  if (number === S3_COMPATIBLE && isAbsent(get(request, path) ?? get(request, "extensionParams.endpoint"))) {
    report(path, `is required for vendor ${S3_COMPATIBLE}`);
  }
  warnOfEndpoint(number, get(request, "extensionParams"), warn, "extensionParams");
};
