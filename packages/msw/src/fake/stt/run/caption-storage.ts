import { isObject, object, text, texts } from "../../runtime/json.ts";

/** A bucket for caption files. */
export interface CaptionStorage {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly bucket: string;
  readonly prefix: string;
}

/** The documentation spells the keys in two ways. */
export function readCaptionStorage(value: unknown): CaptionStorage[] {
  if (!isObject(value)) return [];
  const storage = object(value);
  return [
    {
      accessKey: text(storage.accessKey ?? storage.accesskey, ""),
      secretKey: text(storage.secretKey ?? storage.secretkey, ""),
      bucket: text(storage.bucket, ""),
      prefix: texts(storage.fileNamePrefix)
        .map((part) => `${part}/`)
        .join(""),
    },
  ];
}
