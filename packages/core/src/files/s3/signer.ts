import { AwsV4Signer } from "aws4fetch";
import type { BucketRequest, PresignOptions } from "../bucket/bucket.ts";
import { refuseOption } from "../../options/check-option.ts";

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
  readonly region: string;
}

/** The longest that S3 takes. */
export const longestExpiry = 7 * 24 * 3600;

export interface S3Signer {
  readonly presign: (url: URL, options: PresignOptions) => Promise<string>;
  readonly sign: (url: URL, request: BucketRequest) => Promise<{ readonly url: URL; readonly headers: Headers }>;
}

/** Signs with AWS Signature Version 4. */
export function createS3Signer(credentials: S3Credentials, now: () => number): S3Signer {
  // The key that signs is the same for a day: it takes four steps to derive.
  const cache = new Map<string, ArrayBuffer>();
  const { sessionToken, ...keys } = credentials;
  const lasting = { ...keys, ...(sessionToken === undefined ? {} : { sessionToken }), service: "s3", cache };
  const common = () => ({ ...lasting, datetime: amzDate(now()) });

  return {
    async presign(url, { expiresIn, method = "GET", contentType, contentDisposition }) {
      if (!(Number.isInteger(expiresIn) && expiresIn >= 1 && expiresIn <= longestExpiry)) {
        refuseOption("expiresIn", `must be a whole number of seconds from 1 to ${longestExpiry}`);
      }
      const target = new URL(url);
      target.searchParams.set("X-Amz-Expires", String(expiresIn));
      if (contentType !== undefined) target.searchParams.set("response-content-type", contentType);
      if (contentDisposition !== undefined) {
        target.searchParams.set("response-content-disposition", contentDisposition);
      }
      const signed = await new AwsV4Signer({ ...common(), method, url: target.href, signQuery: true }).sign();
      return signed.url.href;
    },
    async sign(url, { method = "GET", headers }) {
      return new AwsV4Signer({ ...common(), method, url: url.href, headers: { ...headers } }).sign();
    },
  };
}

function amzDate(time: number): string {
  return new Date(time).toISOString().replace(/[:-]|\.\d{3}/g, "");
}
