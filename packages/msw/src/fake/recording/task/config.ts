import { list, number, object, text, texts, type JsonObject } from "../../runtime/json.ts";
import { servicesAlone, servicesOf } from "./services.ts";

/** What both families of modes share. */
export interface CommonConfig {
  readonly mp4: boolean;
  /** Mode raw: audio alone. */
  readonly mp3: boolean;
}

export interface RtcConfig extends CommonConfig {
  readonly token: string;
  readonly channelType: 0 | 1;
  readonly maxIdleTime: number;
  readonly streamTypes: number;
  /** `standard` writes a merged index; the other stream modes do not differ in what they list. */
  readonly mergesStreams: boolean;
  readonly encryption: { readonly mode: number; readonly secret: string; readonly salt: string };
  readonly canvas: { readonly width: number; readonly height: number };
  /** Seconds between two pictures, or null when no pictures are taken. */
  readonly snapshotInterval: number | null;
  /** False when only pictures are taken. */
  readonly recordsStreams: boolean;
  readonly uploadsToVod: boolean;
  /** The services that work on the channel, where nothing is recorded beside them. */
  readonly services: readonly string[] | null;
}

export interface WebConfig extends CommonConfig {
  readonly url: string;
  readonly maxRecordingHour: number;
  readonly maxVideoDuration: number;
  readonly readyTimeout: number;
  readonly onhold: boolean;
  readonly rtmpUrl: string | null;
}

/** Reads a request that has been checked, with the documented defaults. */
export function readRtcConfig(request: JsonObject): RtcConfig {
  const config = object(request.recordingConfig);
  const transcoding = object(config.transcodingConfig);
  const snapshots = request.snapshotConfig === undefined ? null : object(request.snapshotConfig);
  const services = servicesAlone(request);
  return {
    token: text(request.token, ""),
    ...fileTypesOf(request),
    channelType: config.channelType === 1 ? 1 : 0,
    maxIdleTime: number(config.maxIdleTime, 30),
    streamTypes: number(config.streamTypes, 2),
    mergesStreams: config.streamMode === "standard",
    encryption: {
      mode: number(config.decryptionMode, 0),
      secret: text(config.secret, ""),
      salt: text(config.salt, ""),
    },
    canvas: { width: number(transcoding.width, 360), height: number(transcoding.height, 640) },
    snapshotInterval: snapshots && number(snapshots.captureInterval, 10),
    recordsStreams: services === null && (snapshots === null || request.recordingFileConfig !== undefined),
    uploadsToVod: servicesOf(request).some(({ serviceName }) => serviceName === "aliyun_vod_service"),
    services,
  };
}

export function readWebConfig(request: JsonObject): WebConfig {
  const services = servicesOf(request);
  const paramOf = (name: string) => object(services.find((service) => service.serviceName === name)?.serviceParam);
  const page = paramOf("web_recorder_service");
  const rtmpUrl = object(list(paramOf("rtmp_publish_service").outputs)[0]).rtmpUrl;
  return {
    ...fileTypesOf(request),
    url: text(page.url, ""),
    maxRecordingHour: number(page.maxRecordingHour, 1),
    maxVideoDuration: number(page.maxVideoDuration, 120),
    readyTimeout: number(page.readyTimeout, 0),
    onhold: page.onhold === true,
    rtmpUrl: typeof rtmpUrl === "string" ? rtmpUrl : null,
  };
}

function fileTypesOf(request: JsonObject): CommonConfig {
  const types = texts(object(request.recordingFileConfig).avFileType);
  return { mp4: types.includes("mp4"), mp3: types.includes("mp3") };
}
