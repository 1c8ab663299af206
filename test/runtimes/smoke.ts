import { basicAuth, createAgoraClient, explainError, isAgoraError, type AgoraClientOptions } from "@agora-edge/core";
import { transcribe, transcribed, type TranscriptionSummary } from "./transcribe.ts";

/** Where the service is and which recording to make. Plain JSON: it travels to other processes, workers and pages. */
export interface SmokeTarget {
  baseUrl: string;
  appId: string;
  /** Not given in a page: there the proxy knows it. */
  customerId?: string;
  customerSecret?: string;
  cname: string;
}

export interface SmokeSummary {
  acquired: boolean;
  started: boolean;
  /** The last state of the wait for a running recording: `ready` or `in-progress`. */
  state: string;
  /** Whether the service named the same recording in every answer. */
  sameRecording: boolean;
  filesWhileRunning: number;
  upload: string | null;
  filesAfterStop: number;
  failure: { kind: string; status: number | undefined; title: string; leaksSecret: boolean };
  transcription: TranscriptionSummary;
}

/** What every runtime must come to: `filesWhileRunning` and `filesAfterStop` are the MP4 and the M3U8 of one composite recording. */
export const expected = {
  acquired: true,
  started: true,
  state: "in-progress",
  sameRecording: true,
  filesWhileRunning: 2,
  upload: "uploaded",
  filesAfterStop: 2,
  failure: { kind: "task-not-found", status: 404, leaksSecret: false },
  transcription: transcribed,
};

const secretKey = "smoke-storage-secret";
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * One recording's whole life, a failure that is explained, and a transcription's life. The same file runs in every runtime,
 * on the built core.
 */
export async function smoke(
  { cname, customerId, customerSecret, ...where }: SmokeTarget,
  options: Pick<AgoraClientOptions, "onRequest"> = {},
): Promise<SmokeSummary> {
  const auth = customerId && customerSecret ? { auth: basicAuth(customerId, customerSecret) } : {};
  const { recording, sttAgents } = createAgoraClient({ ...where, ...auth, ...options });

  const resource = await recording.acquire({ cname, uid: "900001", clientRequest: { resourceExpiredHour: 24 } });
  const handle = await recording.start({
    ...resource,
    mode: "mix",
    clientRequest: {
      storageConfig: { vendor: 1, region: 0, bucket: "smoke", accessKey: "smoke-key", secretKey },
      recordingConfig: { channelType: 0, maxIdleTime: 30 },
      recordingFileConfig: { avFileType: ["hls", "mp4"] },
    },
  });

  let current = await recording.query(handle);
  for (let turn = 0; turn < 50 && current.state !== "in-progress"; turn += 1) {
    await pause(100);
    current = await recording.query(handle);
  }
  const layout = await recording.updateLayout(handle, { mixedVideoLayout: 1 });
  const running = await recording.query(handle);
  const stopped = await recording.stop(handle, { async_stop: false });

  const failure: unknown = await recording.query(handle).then(
    () => new Error("a stopped recording was found"),
    (error: unknown) => error,
  );
  return {
    acquired: resource.resourceId !== "" && resource.expiresAt - resource.acquiredAt === 300_000,
    started: handle.sid !== "" && handle.appId === where.appId && handle.uid === "900001",
    state: String(current.state),
    sameRecording: [layout.sid, running.sid, stopped.sid].every((sid) => sid === handle.sid),
    filesWhileRunning: running.files.length,
    upload: stopped.upload,
    filesAfterStop: stopped.files.length,
    failure: {
      kind: isAgoraError(failure) ? failure.kind : String(failure),
      status: isAgoraError(failure) ? failure.status : undefined,
      title: explainError(failure).title,
      leaksSecret: [secretKey, customerSecret ?? secretKey].some((secret) =>
        `${String(failure)}${JSON.stringify(failure)}`.includes(secret),
      ),
    },
    transcription: await transcribe(sttAgents, cname),
  };
}
