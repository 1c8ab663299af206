import { object, text, texts } from "../../runtime/json.ts";

/** What the uploader knows of the third-party storage. */
export interface Storage {
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Unix ms, when the keys are temporary. */
  readonly keysEndAt: number | null;
  readonly prefix: string;
}

export function readStorage(value: unknown): Storage {
  const storage = object(value);
  const { stsToken, stsExpiration } = storage;
  const temporary = typeof stsToken === "string" && stsToken !== "" && typeof stsExpiration === "number";
  return {
    bucket: text(storage.bucket, ""),
    accessKey: text(storage.accessKey, ""),
    secretKey: text(storage.secretKey, ""),
    keysEndAt: temporary && stsExpiration > 0 ? stsExpiration * 1000 : null,
    prefix: texts(storage.fileNamePrefix)
      .map((part) => `${part}/`)
      .join(""),
  };
}
