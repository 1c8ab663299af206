/**
 * The documented fields of a body. `1` is a value or a list of values, an object has fields of its own, a list of one
 * object is a list of such objects.
 */
export type Fields = 1 | { readonly [name: string]: Fields } | readonly [Fields];

type Named = Exclude<Fields, 1 | readonly [Fields]>;

function layout(): Named {
  return {
    mixedVideoLayout: 1,
    maxResolutionUid: 1,
    backgroundColor: 1,
    backgroundImage: 1,
    defaultUserBackgroundImage: 1,
    layoutConfig: [{ uid: 1, x_axis: 1, y_axis: 1, width: 1, height: 1, alpha: 1, render_mode: 1 }],
    backgroundConfig: [{ uid: 1, image_url: 1, render_mode: 1 }],
  };
}

function storageConfig(): Named {
  return {
    vendor: 1,
    region: 1,
    bucket: 1,
    accessKey: 1,
    secretKey: 1,
    stsToken: 1,
    stsExpiration: 1,
    fileNamePrefix: 1,
    extensionParams: { sse: 1, tag: 1, endpoint: 1 },
  };
}

/** Of start, and of `startParameter`. Without `privateParams`, whose effects are not documented. */
function recordingRequest(): Named {
  return {
    token: 1,
    storageConfig: storageConfig(),
    recordingConfig: {
      channelType: 1,
      decryptionMode: 1,
      secret: 1,
      salt: 1,
      maxIdleTime: 1,
      streamTypes: 1,
      videoStreamType: 1,
      subscribeAudioUids: 1,
      unSubscribeAudioUids: 1,
      subscribeVideoUids: 1,
      unSubscribeVideoUids: 1,
      subscribeUidGroup: 1,
      streamMode: 1,
      audioProfile: 1,
      transcodingConfig: { width: 1, height: 1, fps: 1, bitrate: 1, ...layout() },
      extensionParams: { enableNTPtimestamp: 1 },
    },
    recordingFileConfig: { avFileType: 1 },
    snapshotConfig: { captureInterval: 1, fileType: 1 },
    extensionServiceConfig: {
      errorHandlePolicy: 1,
      apiVersion: 1,
      extensionServices: [
        {
          serviceName: 1,
          errorHandlePolicy: 1,
          streamTypes: 1,
          serviceParam: {
            url: 1,
            audioProfile: 1,
            videoWidth: 1,
            videoHeight: 1,
            maxRecordingHour: 1,
            videoBitrate: 1,
            videoFps: 1,
            mobile: 1,
            maxVideoDuration: 1,
            onhold: 1,
            readyTimeout: 1,
            outputs: [{ rtmpUrl: 1 }],
          },
        },
      ],
    },
    appsCollection: { combinationPolicy: 1 },
    transcodeOptions: {
      container: { format: 1 },
      transConfig: { transMode: 1 },
      audio: { sampleRate: 1, bitrate: 1, channels: 1 },
    },
  };
}

function sttStorage(): Named {
  const keys = { accessKey: 1, secretKey: 1, accesskey: 1, secretkey: 1 } as const;
  return { vendor: 1, region: 1, bucket: 1, ...keys, fileNamePrefix: 1 };
}

/** Its two lists of rules are for whoever owns the bucket: a `prepare` hook can add them. */
function sttExtensionParams(): Named {
  return { endpoint: 1, type: 1, provider: 1, region: 1, tag: 1, sse: 1 };
}

/** Start of v5 and v6, and join of v7. */
function sttRequest(): Named {
  const speakers = { subscribeAudioUids: 1, unSubscribeAudioUids: 1 } as const;
  return {
    languages: 1,
    uidLanguagesConfig: [{ uid: 1, languages: 1 }],
    maxIdleTime: 1,
    rtcConfig: {
      channelName: 1,
      subBotUid: 1,
      subBotToken: 1,
      pubBotUid: 1,
      pubBotToken: 1,
      ...speakers,
      cryptionMode: 1,
      secret: 1,
      salt: 1,
      enableJsonProtocol: 1,
      transferMode: 1,
    },
    translateConfig: { enable: 1, forceTranslateInterval: 1, languages: [{ source: 1, target: 1 }] },
    captionConfig: { sliceDuration: 1, storage: sttStorage(), extensionParams: sttExtensionParams() },
  };
}

function betaRequest(): Named {
  return {
    audio: {
      subscribeSource: 1,
      agoraRtcConfig: {
        channelName: 1,
        uid: 1,
        token: 1,
        channelType: 1,
        subscribeConfig: { subscribeMode: 1 },
        subscribeAudioUids: 1,
        maxIdleTime: 1,
      },
    },
    config: {
      features: 1,
      recognizeConfig: {
        language: 1,
        model: 1,
        profanityFilter: 1,
        connectionTimeout: 1,
        output: {
          destinations: 1,
          agoraRTCDataStream: { channelName: 1, uid: 1, token: 1 },
          cloudStorage: [{ format: 1, storageConfig: sttStorage() }],
        },
      },
      translateConfig: { enable: 1, forceTranslateInterval: 1, languages: [{ source: 1, target: 1 }] },
    },
  };
}

function sttUpdate(): Named {
  return {
    languages: 1,
    uidLanguagesConfig: [{ uid: 1, languages: 1 }],
    rtcConfig: { subscribeAudioUids: 1, unSubscribeAudioUids: 1 },
    translateConfig: { enable: 1, languages: [{ source: 1, target: 1 }] },
    keywords: 1,
  };
}

const ofRecording = (clientRequest: Named): Named => ({ cname: 1, uid: 1, clientRequest });

/**
 * Whether the body of `sttTasks.start` is one of the beta, which has the same address. Nothing else decides that: the
 * channel that `authorize` sees must be the one that Agora sees.
 */
export function isBeta(body: object): boolean {
  return "audio" in body || "config" in body;
}

/** The bodies of the operations that have one. */
export const bodies = {
  "recording.acquire": () =>
    ofRecording({
      scene: 1,
      resourceExpiredHour: 1,
      excludeResourceIds: 1,
      region: 1,
      regionAffinity: 1,
      startParameter: recordingRequest(),
    }),
  "recording.start": () => ofRecording(recordingRequest()),
  "recording.update": () =>
    ofRecording({
      streamSubscribe: {
        audioUidList: { subscribeAudioUids: 1, unSubscribeAudioUids: 1 },
        videoUidList: { subscribeVideoUids: 1, unSubscribeVideoUids: 1 },
      },
      webRecordingConfig: { onhold: 1 },
      rtmpPublishConfig: { outputs: [{ rtmpUrl: 1 }] },
      storageConfig: storageConfig(),
    }),
  "recording.updateLayout": () => ofRecording(layout()),
  "recording.stop": () => ofRecording({ async_stop: 1 }),
  "sttTasks.acquire": (): Named => ({ instanceId: 1, resourceExpiredHour: 1 }),
  "sttTasks.start": (body: object = {}): Named => (isBeta(body) ? betaRequest() : sttRequest()),
  "sttTasks.update": sttUpdate,
  "sttAgents.join": (): Named => ({
    ...sttRequest(),
    name: 1,
    keywords: 1,
    extensionParams: sttExtensionParams(),
  }),
  "sttAgents.update": sttUpdate,
} as const;

/** An operation with a body. */
export type BodyOperation = keyof typeof bodies;

export function hasBody(operation: string): operation is BodyOperation {
  return Object.hasOwn(bodies, operation);
}
