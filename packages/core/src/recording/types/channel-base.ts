import type { Absent } from "../../validation/absent.ts";
import type { StorageConfig } from "../../storage/storage-config.ts";

/** What all modes that record a channel have. */
export interface ChannelBase {
  /** RTC token of the recorder; needed when the project has an App Certificate. It cannot be renewed. */
  token?: string | Absent;
  /** Where the files go. Required where files are made, but in a page behind a proxy that adds it. */
  storageConfig?: StorageConfig | Absent;
}
