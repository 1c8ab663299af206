import type { StorageConfig } from "../../storage/storage-config.ts";
import { StorageVendor } from "../../storage/storage-vendor.ts";
import { refuseOption } from "../../options/check-option.ts";
import type { Absent } from "../../validation/absent.ts";
import { regionName } from "./regions.ts";

/** The `storageConfig` of a recording or of captions, as far as it says where the bucket is and with which keys. */
export type S3StorageConfig = Pick<StorageConfig, "vendor" | "bucket" | "accessKey" | "secretKey" | "stsToken"> & {
  /** Agora's number of the region. */
  region: number;
  /** Only of vendor 11: the address of the storage, and its region if the address does not say it. */
  extensionParams?: { endpoint?: string | Absent; region?: string | Absent } | Absent;
};

/** Where a bucket is, if not at the usual address of its provider. */
export interface S3EndpointOptions {
  /**
   * The address of the service, such as `https://s3.example`, without the bucket. Needed only where the provider's usual one
   * is not to be used. Vendor 11 has it in `extensionParams.endpoint`.
   */
  endpoint?: string | undefined;
  /** What the provider calls the region. Default: by `storageConfig.region`; of vendor 11 by the endpoint, else `us-east-1`. */
  region?: string | undefined;
  /** Whether the bucket stands in the path and not in the host. Default: as the provider wants it. */
  forcePathStyle?: boolean | undefined;
}

export interface S3Endpoint {
  /** Where the bucket is, with a slash at its end. */
  readonly base: URL;
  readonly region: string;
}

/**
 * Where the bucket of a `storageConfig` answers requests in the protocol of S3.
 *
 * @throws AgoraValidationError of kind `invalid-config` for storage that does not speak it
 */
export function s3Endpoint(storage: S3StorageConfig, options: S3EndpointOptions = {}): S3Endpoint {
  if (!/^[\w.-]+$/.test(storage.bucket)) refuseOption("storageConfig.bucket", "must be the name of a bucket");
  const service = serviceOf(storage, options);
  const host = readHost(options.endpoint ?? service.host);
  const region = options.region ?? service.region;
  // The certificate of `*.s3.amazonaws.com` covers no name with another dot.
  const inPath = options.forcePathStyle ?? (service.inPath || storage.bucket.includes("."));
  const base = new URL(host);
  base.pathname = `${base.pathname.replace(/\/*$/, "/")}${inPath ? `${storage.bucket}/` : ""}`;
  if (!inPath) base.host = `${storage.bucket}.${base.host}`;
  return { base, region };
}

interface Service {
  readonly host: string | undefined;
  readonly region: string;
  readonly inPath: boolean;
}

function serviceOf(storage: S3StorageConfig, { endpoint, region: given }: S3EndpointOptions): Service {
  const { vendor } = storage;
  if (vendor === StorageVendor.S3Compatible) {
    const host = storage.extensionParams?.endpoint ?? undefined;
    const region = storage.extensionParams?.region ?? regionInHost(endpoint ?? host ?? "");
    return { host, region, inPath: true };
  }
  if (vendor === StorageVendor.GoogleCloud) return { host: "storage.googleapis.com", region: "auto", inPath: true };
  const region = given ?? regionName(vendor, storage.region);
  const host = region === undefined ? undefined : hostOf(vendor, region);
  if (region !== undefined && host !== undefined) return { host, region, inPath: vendor === StorageVendor.BaiduCloud };
  if (hostOf(vendor, "") === undefined) {
    refuseOption(
      "storageConfig.vendor",
      "does not speak the protocol of S3. Write the three functions of Bucket with the provider's own client",
    );
  }
  refuseOption("storageConfig.region", "is no region of this vendor that the SDK knows. Give the region by its name");
}

function hostOf(vendor: number, region: string): string | undefined {
  switch (vendor) {
    case StorageVendor.AmazonS3:
      return `s3.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;
    case StorageVendor.AlibabaCloud:
      return `s3.oss-${region}.aliyuncs.com`;
    case StorageVendor.TencentCloud:
      return `cos.${region}.myqcloud.com`;
    case StorageVendor.HuaweiCloud:
      return `obs.${region}.myhuaweicloud.com`;
    case StorageVendor.BaiduCloud:
      return `s3.${region}.bcebos.com`;
    default:
      return undefined;
  }
}

/** Services that are not Amazon's mostly have the region in their names, after `s3`, or need no region. */
function regionInHost(host: string): string {
  if (/\.r2\.cloudflarestorage\.com/.test(host)) return "auto";
  return (
    /(?:^|[./])s3[.-]([a-z]{2,}-[a-z\d-]+)\./.exec(host)?.[1] ??
    /(?:^|[./])([a-z]{3}\d)\.digitaloceanspaces\.com/.exec(host)?.[1] ??
    "us-east-1"
  );
}

function readHost(host: string | undefined): URL {
  const text = host === undefined || /^https?:\/\//.test(host) ? host : `https://${host}`;
  if (text === undefined || !URL.canParse(text)) {
    refuseOption("storageConfig.extensionParams.endpoint", "must be the domain name or URL of the storage service");
  }
  return new URL(text);
}
