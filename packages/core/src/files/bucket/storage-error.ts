/** What is wrong with a bucket, or with the files in it. */
export type StorageErrorKind =
  | "access-denied"
  | "clock-skew"
  | "cut-playlist"
  | "expired-key"
  | "foreign-file"
  | "no-bucket"
  | "no-object"
  | "slow-down"
  | "too-large"
  | "too-many-objects"
  | "unexpected"
  | "unknown-key"
  | "unplayable"
  | "unreachable"
  | "wrong-region"
  | "wrong-secret";

interface StorageErrorInit {
  kind: StorageErrorKind;
  /** What happened, why, and what to do; free of secrets. */
  message: string;
  /** HTTP status of the storage. */
  status?: number | undefined;
  /** The storage's own word, such as `SignatureDoesNotMatch`. */
  code?: string | undefined;
  /** The region in which the bucket is, when the storage says it. */
  bucketRegion?: string | undefined;
  cause?: unknown;
}

/** A failure of the storage, which is not Agora's. `kind` says what happened, `message` what to do. Never holds a secret. */
export class StorageError extends Error {
  override readonly name = "StorageError";
  /** What happened. Compare this, not the message. */
  readonly kind: StorageErrorKind;
  /** The HTTP status of the storage. */
  readonly status: number | undefined;
  /** The storage's own word, such as `SignatureDoesNotMatch`. */
  readonly code: string | undefined;
  /** The region of the bucket, if the storage says it. */
  readonly bucketRegion: string | undefined;

  constructor({ kind, message, status, code, bucketRegion, cause }: StorageErrorInit) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.bucketRegion = bucketRegion;
  }
}
