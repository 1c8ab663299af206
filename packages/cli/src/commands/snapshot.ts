import type { SessionSnapshot } from "@agora-edge/core";
import type { RunAbout } from "../state/entries.ts";
import type { Style } from "../print/style.ts";

const idOf = (handle: object | null): string | undefined => {
  const id: unknown = handle && (Reflect.get(handle, "sid") ?? Reflect.get(handle, "agentId"));
  return typeof id === "string" ? id : undefined;
};

/** What a session shows, as data. Handles hold no secrets here: neither builder tokens nor grants come with v7 and without a proxy. */
export function snapshotData({ service, channel, uid }: RunAbout, snapshot: SessionSnapshot) {
  const { status, handle, startedAt, files, upload, ending, error, isActive } = snapshot;
  return {
    service,
    channel,
    uid,
    status,
    isActive,
    handle,
    startedAt,
    files,
    upload,
    ending,
    error: error?.toJSON() ?? null,
  };
}

const colors = { recording: "green", transcribing: "green", failed: "red", recovering: "yellow" } as const;
const isColored = (status: string): status is keyof typeof colors => Object.hasOwn(colors, status);

/** One line. */
export function snapshotText(style: Style, about: RunAbout, snapshot: SessionSnapshot): string {
  const { status, handle, files, upload, ending, error } = snapshot;
  const shown = isColored(status) ? style(colors[status], status) : status;
  const id = idOf(handle);
  const facts = [
    ...(id === undefined ? [] : [id]),
    ...(ending === null ? [] : [ending]),
    ...(files.length > 0 ? [`${files.length} ${files.length === 1 ? "file" : "files"}`] : []),
    ...(upload === null ? [] : [`upload: ${upload}`]),
    ...(error === null ? [] : [error.message]),
  ];
  return [`${about.service} of ${about.channel}: ${shown}`, ...facts].join(", ");
}
