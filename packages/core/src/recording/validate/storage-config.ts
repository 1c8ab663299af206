import { get } from "../../validation/get.ts";
import { integer, list, object, pattern, string, text, type Rule, type Schema } from "../../validation/schema.ts";

const S3_COMPATIBLE = 11;
/** Vendors without STS credentials. Others than the documented ones may have them. */
const WITHOUT_STS: readonly unknown[] = [5, 6, 7, 8, S3_COMPATIBLE];

const rule: Rule = (storage, report) => {
  const vendor = get(storage, "vendor");
  const prefix = get(storage, "fileNamePrefix");
  if (Array.isArray(prefix) && prefix.join("/").length > 127) {
    report("fileNamePrefix", "must have at most 128 characters, slashes included"); // R32
  }
  if (get(storage, "stsToken") && WITHOUT_STS.includes(vendor)) {
    report("stsToken", "is only for the vendors 1, 2 and 3"); // R33
  }
  if (vendor === S3_COMPATIBLE && !get(storage, "extensionParams.endpoint")) {
    report("extensionParams.endpoint", `is required for vendor ${S3_COMPATIBLE}`); // R34
  }
};

/** R11. Vendors and regions are open: the service gets new ones without notice. */
export function storageConfig(): Schema {
  return object(
    { vendor: integer(0), region: integer(0), bucket: text(), accessKey: text(), secretKey: text() },
    {
      stsToken: string(),
      stsExpiration: integer(0),
      fileNamePrefix: list(pattern(/^[a-z\d]+$/i, "must be letters and digits (a-z A-Z 0-9)")),
      extensionParams: object({}, { sse: string(), tag: string(), endpoint: string() }),
    },
    rule,
  );
}
