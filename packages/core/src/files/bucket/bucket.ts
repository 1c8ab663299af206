import type { Bytes } from "../../runtime/fetch-types.ts";

/** How a URL for a user without keys is made. */
export interface PresignOptions {
  /** Seconds until it stops working. With S3 at most 604,800, which is seven days. */
  expiresIn: number;
  /** The only method that the URL is good for. Default `GET`. */
  method?: "GET" | "HEAD" | undefined;
  /** What the storage shall call the content, whatever it was uploaded as. */
  contentType?: string | undefined;
  /** `attachment; filename="…"` makes a browser save the file. */
  contentDisposition?: string | undefined;
}

/** A request with the keys of the bucket. */
export interface BucketRequest {
  /** Default `GET`. */
  method?: "GET" | "HEAD" | "PUT" | "DELETE" | undefined;
  /** Signed with the request. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** What is put; nothing by default. */
  body?: string | Bytes | undefined;
  signal?: AbortSignal | undefined;
}

/** An object as a listing has it. */
export interface StoredObject {
  /** Folders and file name, as the bucket has them. */
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  /** In ms since the epoch. */
  readonly lastModified: number | undefined;
}

/**
 * The bucket that recordings go to. `createS3Bucket` makes one for everything that speaks the protocol of S3; for other
 * storage, such as Azure, write these three functions.
 */
export interface Bucket {
  /** A URL by which anybody reads the object until it expires. */
  readonly presign: (key: string, options: PresignOptions) => Promise<string>;
  /** The answer of the storage. Rejects with a {@link StorageError} when it refuses, or does not answer. */
  readonly fetch: (key: string, request?: BucketRequest) => Promise<Response>;
  /** All objects whose keys begin with `prefix`, in pages as they are asked for. Rejects with a {@link StorageError}. */
  readonly list: (prefix: string, signal?: AbortSignal) => AsyncIterable<StoredObject>;
}
