import { isAbsent } from "../validation/absent.ts";
import { get } from "../validation/get.ts";
import { list } from "../validation/list.ts";
import { object, type Report, type Rule } from "../validation/object.ts";
import { advise, choose, integer, once, pattern, string, text, type OptionalFields } from "../validation/schema.ts";
import { MAX_SECONDS } from "../validation/seconds.ts";
import type { StorageConfig, StorageExtensionParams } from "./storage-config.ts";
import { region, vendor, vendorWithRegions } from "./storage-names.ts";

export const S3_COMPATIBLE = 11;
/** Vendors without STS credentials. Others than the documented ones may have them. */
const WITHOUT_STS: readonly unknown[] = [5, 6, 7, 8, S3_COMPATIBLE];

/** An endpoint beside another vendor is not looked at: the files go to that vendor. */
export function warnOfEndpoint(vendorNumber: unknown, extensionParams: unknown, warn: Report, path: string): void {
  if (!isAbsent(vendorNumber) && vendorNumber !== S3_COMPATIBLE && get(extensionParams, "endpoint")) {
    warn(
      `${path}.endpoint`,
      `is only for vendor ${S3_COMPATIBLE}: the files go to vendor ${Number(vendorNumber)} itself`,
    );
  }
}

const rule: Rule = (storage, report, warn) => {
  const number = get(storage, "vendor");
  const prefix = get(storage, "fileNamePrefix");
  if (Array.isArray(prefix) && prefix.join("/").length > 127) {
    report("fileNamePrefix", "must have at most 128 characters, slashes included"); // R32
  }
  if (get(storage, "stsToken") && WITHOUT_STS.includes(number)) {
    report("stsToken", "is only for the vendors 1, 2 and 3"); // R33
  }
  if (number === S3_COMPATIBLE && !get(storage, "extensionParams.endpoint")) {
    report("extensionParams.endpoint", `is required for vendor ${S3_COMPATIBLE}`); // R34
  }
  warnOfEndpoint(number, get(storage, "extensionParams"), warn, "extensionParams");
};

/** R11. Vendors and regions are open: the service gets new ones without notice. */
export const storageConfig = /* @__PURE__ */ once(() => {
  const expiry = advise(
    integer(0),
    (time) => Number(time) <= MAX_SECONDS,
    "is beyond any time in seconds: not milliseconds",
  );
  const optional: OptionalFields<StorageConfig> = {
    stsToken: string(),
    stsExpiration: expiry,
    fileNamePrefix: list(pattern(/^[a-z\d]+$/i, "must be letters and digits (a-z A-Z 0-9)")),
    extensionParams: object<StorageExtensionParams>({}, { sse: string(), tag: string(), endpoint: string() }),
  };
  return choose<StorageConfig, number | undefined>(vendorWithRegions, (number) =>
    object<StorageConfig>(
      { vendor: vendor(), region: region(number), bucket: text(), accessKey: text(), secretKey: text() },
      optional,
      rule,
    ),
  );
});
