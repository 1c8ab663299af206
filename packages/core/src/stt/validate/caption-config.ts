import { S3_COMPATIBLE, warnOfEndpoint } from "../../storage/storage-config-schema.ts";
import { region, vendor, vendorWithRegions } from "../../storage/storage-names.ts";
import { isAbsent } from "../../validation/absent.ts";
import { get } from "../../validation/get.ts";
import { list } from "../../validation/list.ts";
import { object, type Rule } from "../../validation/object.ts";
import { advise, amount, anything, choose, once, pattern, string, text } from "../../validation/schema.ts";
import type { SttCaptionConfig, SttV7CaptionConfig } from "../types/caption-config.ts";
import type { SttExtensionParams } from "../types/extension-params.ts";
import type { SttStorage } from "../types/storage.ts";

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
export const storage = /* @__PURE__ */ once(() => {
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
  return choose<SttStorage, number | undefined>(vendorWithRegions, (number) =>
    object<SttStorage>({ vendor: vendor(), region: region(number), bucket: text() }, options, storageRule),
  );
});

export const extensionParams = /* @__PURE__ */ once(() => {
  const words = string();
  return object<SttExtensionParams>(
    {},
    {
      endpoint: pattern(/^https?:\/\/./i, "must begin with http:// or https://"),
      type: words,
      provider: words,
      region: words,
      tag: words,
      tagByRule: list<object>(anything()),
      sse: words,
      overwritekeys: anything(),
    },
  );
});

const sliceDuration = () => amount(5, 28_800, "seconds", [1000, "milliseconds"]);

/** Of v5 and v6. */
export const taskCaptionConfig = /* @__PURE__ */ once(() =>
  object<SttCaptionConfig>({}, { sliceDuration: sliceDuration(), storage: storage() }, (config, report) => {
    if (isAbsent(get(config, "storage"))) report("storage", "is required");
  }),
);

/** Of v7. */
export const agentCaptionConfig = /* @__PURE__ */ once(() =>
  object<SttV7CaptionConfig>(
    {},
    { sliceDuration: sliceDuration(), storage: storage(), extensionParams: extensionParams() },
    (config, _report, warn) => {
      warnOfEndpoint(get(config, "storage.vendor"), get(config, "extensionParams"), warn, "extensionParams");
    },
  ),
);

/** `extensionParams` may stand in `captionConfig` or next to it. */
export const endpointRule: Rule = (request, report, warn) => {
  const path = "captionConfig.extensionParams.endpoint";
  const number = get(request, "captionConfig.storage.vendor");
  if (number === S3_COMPATIBLE && isAbsent(get(request, path) ?? get(request, "extensionParams.endpoint"))) {
    report(path, `is required for vendor ${S3_COMPATIBLE}`);
  }
  warnOfEndpoint(number, get(request, "extensionParams"), warn, "extensionParams");
};
