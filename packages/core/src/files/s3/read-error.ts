import { StorageError, type StorageErrorKind } from "../bucket/storage-error.ts";
import { readStream, tooLarge } from "../../runtime/read-stream.ts";
import { regionNumber } from "./regions.ts";
import { readElement } from "./xml.ts";

/** The bucket that a request was for, as far as a message may tell it. */
export interface BucketFacts {
  readonly vendor: number;
  readonly bucket: string;
  readonly host: string;
  readonly region: string;
}

const kinds: Readonly<Record<string, StorageErrorKind>> = {
  AccessDenied: "access-denied",
  AllAccessDisabled: "access-denied",
  AuthorizationHeaderMalformed: "wrong-region",
  AuthorizationQueryParametersError: "wrong-region",
  ExpiredToken: "expired-key",
  IllegalLocationConstraintException: "wrong-region",
  InvalidAccessKeyId: "unknown-key",
  InvalidSecurityToken: "expired-key",
  InvalidToken: "expired-key",
  NoSuchBucket: "no-bucket",
  NoSuchKey: "no-object",
  PermanentRedirect: "wrong-region",
  RequestTimeTooSkewed: "clock-skew",
  SecurityTokenExpired: "expired-key",
  SignatureDoesNotMatch: "wrong-secret",
  SlowDown: "slow-down",
  TemporaryRedirect: "wrong-region",
  TokenRefreshRequired: "expired-key",
};

const byStatus: Readonly<Record<number, StorageErrorKind>> = {
  301: "wrong-region",
  307: "wrong-region",
  401: "access-denied",
  403: "access-denied",
  404: "no-object",
  429: "slow-down",
  503: "slow-down",
};

/** Error pages are short. */
const maxErrorSize = 65_536;

/** What a refusal of the storage means. Of its own words only the code is kept: the rest repeats what was signed. */
export async function readStorageError(response: Response, facts: BucketFacts): Promise<StorageError> {
  const body = await readStream(response.body, maxErrorSize).catch(() => tooLarge);
  const xml = typeof body === "symbol" ? "" : new TextDecoder().decode(body);
  const code = readElement(xml, "Code");
  const bucketRegion = response.headers.get("x-amz-bucket-region") ?? readElement(xml, "Region");
  const isOlder = code === "AccessDenied" && /expired/i.test(readElement(xml, "Message") ?? "");
  const kind = isOlder ? "expired-key" : (kinds[code ?? ""] ?? byStatus[response.status] ?? "unexpected");
  const init = { kind, status: response.status, code, bucketRegion: bucketRegion ?? undefined };
  return new StorageError({ ...init, message: describe(init, facts) });
}

type Refusal = Pick<StorageError, "kind" | "status" | "code" | "bucketRegion">;

function describe(refusal: Refusal, facts: BucketFacts): string {
  const code = [`HTTP ${refusal.status}`, refusal.code].filter(Boolean).join(", ");
  const explain = explanations[refusal.kind] ?? (({ host }) => `${host} refused the request. Its code says why.`);
  return `${explain(facts, refusal)} (${code})`;
}

type Explain = (facts: BucketFacts, refusal: Refusal) => string;

const explanations: Partial<Record<StorageErrorKind, Explain>> = {
  "wrong-region": ({ vendor, bucket, host, region }, { bucketRegion }) => {
    if (bucketRegion === undefined || bucketRegion === region) {
      return `${host} does not have the bucket "${bucket}" in the region ${region}. Look up the bucket's region and set storageConfig.region to it.`;
    }
    const number = regionNumber(vendor, bucketRegion) ?? "its number";
    return `The bucket "${bucket}" is in ${bucketRegion}, not in ${region}. Set storageConfig.region to ${number}.`;
  },
  "unknown-key": ({ host }) =>
    `${host} does not know the access key. Check storageConfig.accessKey: it may be deleted, or belong to another provider.`,
  "wrong-secret": () =>
    "The secret key does not belong to the access key. Check storageConfig.secretKey, also for blanks at its ends.",
  "clock-skew": ({ host }) =>
    `The clock of this server differs from that of ${host} by more than 15 minutes. Set it by a time server.`,
  "expired-key": () =>
    "The temporary keys or the signed address have expired. Get new keys, and send them to a running recording with update.",
  "access-denied": ({ bucket }) =>
    `The policy of the keys or of the bucket "${bucket}" does not allow this. Allow it there.`,
  "no-bucket": ({ host, bucket, region }) =>
    `${host} has no bucket "${bucket}". Check storageConfig.bucket, and whether it is in ${region}.`,
  "no-object": ({ bucket }) =>
    `The object is not in the bucket "${bucket}". The service uploads for a while after the end; check fileNamePrefix and the file's name.`,
  "slow-down": ({ host }) => `${host} takes no more requests for now. Wait a few seconds, then try again.`,
};
