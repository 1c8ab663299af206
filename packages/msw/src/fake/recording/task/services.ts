import { list, object, text, type JsonObject } from "../../runtime/json.ts";

/** The services that a start request asks for. */
export const servicesOf = (request: JsonObject): readonly JsonObject[] =>
  list(object(request.extensionServiceConfig).extensionServices).map(object);

const nameOf = (service: JsonObject): string => text(service.serviceName, "");

/** Whether a request makes files. Services such as moderation keep nothing: without a kind of file there is none to store. */
export function isStored(request: JsonObject): boolean {
  const services = servicesOf(request);
  const hasFiles = request.recordingFileConfig !== undefined || request.snapshotConfig !== undefined;
  return hasFiles || services.length === 0 || services.some((service) => nameOf(service) === "web_recorder_service");
}

/** The names of the services where they work on the channel alone, else null: a place for files makes a recording of it. */
export function servicesAlone(request: JsonObject): readonly string[] | null {
  if (isStored(request) || request.storageConfig !== undefined) return null;
  const names = servicesOf(request).map(nameOf);
  return names.includes("aliyun_vod_service") ? null : names;
}

/** By `status`, which such an answer does not have. */
const words = [
  "serviceIdle",
  "serviceStarted",
  "serviceStarted",
  "serviceStarted",
  "serviceReady",
  "serviceInProgress",
];

/** What query and stop say of services alone. */
export function servicesState(
  task: { readonly status: number; readonly config: { readonly streamTypes: number } },
  names: readonly string[],
): object {
  const { streamTypes } = task.config;
  const types = ["audio", "video"].filter((_, index) => streamTypes === 2 || streamTypes === index);
  const streams = types.map((streamType) => ({ uid: "0", streamType, status: "inProgress" }));
  return {
    subServiceStatus: { recordingService: words[task.status] ?? "serviceCompleted" },
    extensionServiceState: names.map((serviceName) => ({
      serviceName,
      streamState: task.status === 5 ? streams : [],
    })),
  };
}
