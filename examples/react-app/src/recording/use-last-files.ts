import type { RecordingFile, SessionSnapshot } from "@agora-edge/core";
import { useEffect, useState } from "react";
import { everyTab, readStored, writeStored } from "../shared/stored.ts";

const isFiles = (value: unknown): value is RecordingFile[] =>
  Array.isArray(value) &&
  value.every((file: unknown) => typeof file === "object" && file !== null && "fileName" in file);

const read = (name: string) => ({ name, files: readStored(everyTab, name, isFiles) ?? [] });

/**
 * The files of a recording; while nothing runs those of the last one, which a reload finds again.
 *
 * @param key of the session
 */
export function useLastFiles(key: string, { status, files }: SessionSnapshot<"recording">) {
  const name = `studio.files.${key}`;
  const [last, setLast] = useState(() => read(name));
  if (last.name !== name) setLast(read(name));

  useEffect(() => {
    if (status !== "idle") writeStored(everyTab, name, files);
  }, [name, status, files]);

  const forget = () => {
    writeStored(everyTab, name, []);
    setLast({ name, files: [] });
  };
  return { files: status === "idle" ? last.files : files, forget };
}
