import { isAgoraError, type AgoraClient } from "@agora-edge/core";
import { expect, test } from "vitest";
import { createFakeAgora, scenarios, type FakeAgora, type FakeNotification } from "../fake.ts";
import { pageUrl, pushTo, storageConfig, webRequest, who } from "../testing/caller.ts";
import { acquire, clientOf, joinAgent, kindOf, startMix, startTask } from "../testing/client.ts";

interface Stage {
  readonly fake: FakeAgora;
  readonly client: AgoraClient;
  /** Answers that the client has to wait for. */
  readonly after: <Result>(seconds: number, call: Promise<Result>) => Promise<Result>;
  readonly heard: FakeNotification[];
}

function stage(): Stage {
  const fake = createFakeAgora({ rateLimit: false });
  const heard: FakeNotification[] = [];
  fake.onNotification((notification) => heard.push(notification));
  fake.channel(who.cname).join("1001");
  return {
    fake,
    client: clientOf(fake),
    heard,
    after: async (seconds, call) => {
      call.catch(() => undefined);
      await fake.advanceAsync(seconds * 1000);
      return call;
    },
  };
}

async function startWeb(client: AgoraClient, service: object = {}, ...services: object[]) {
  const resource = await client.recording.acquire({ ...who, clientRequest: { scene: 1 } });
  const { extensionServiceConfig } = webRequest(service, {}, ...services);
  return client.recording.start({
    ...resource,
    mode: "web",
    clientRequest: { storageConfig, extensionServiceConfig: extensionServiceConfig as never },
  });
}

/** What each brings about, told by what a client then meets. */
const proofs: { readonly [name in keyof typeof scenarios]: (stage: Stage) => Promise<void> } = {
  async expiredResource({ fake, client }) {
    fake.use(scenarios.expiredResource());
    expect(await kindOf(startMix(client))).toBe("resource-expired");
    await startMix(client);
    expect(fake.recordings).toHaveLength(1);
  },
  async duplicateStart({ fake, client }) {
    fake.use(scenarios.duplicateStart());
    expect(await kindOf(startMix(client))).toBe("already-started");
    expect(await kindOf(joinAgent(client))).toBe("conflict");
    const refused: unknown = await startTask(client).catch((error: unknown) => error);
    expect(isAgoraError(refused) && refused.handle).toMatchObject({ taskId: fake.tasks[0]?.taskId });
    expect([fake.recordings.length, fake.agents.length, fake.tasks.length]).toEqual([1, 1, 1]);
  },
  async taskConflict({ fake, client }) {
    fake.use(scenarios.taskConflict());
    expect(await kindOf(startMix(client))).toBe("task-conflict");
    expect(fake.recordings).toEqual([]);
  },
  async lostStartAnswer({ fake, client, after }) {
    fake.use(scenarios.lostStartAnswer());
    expect(await kindOf(startMix(client))).toBe("network-error");
    fake.use(scenarios.lostStartAnswer({ by: "timeout" }));
    expect(await kindOf(after(30, joinAgent(client)))).toBe("network-error");
    expect(await kindOf(after(30, joinAgent(client, "agent-2", "88223")))).toBe("client-timeout");
    fake.reset();
    fake.use(scenarios.lostStartAnswer({ by: "not-completed" }));
    expect(await kindOf(startMix(client))).toBe("request-not-completed");
    expect([fake.recordings.length, fake.agents.length]).toEqual([1, 0]);
  },
  async lostStopAnswer({ fake, client }) {
    const recording = await startMix(client);
    fake.use(scenarios.lostStopAnswer());
    expect(await kindOf(client.recording.stop(recording))).toBe("network-error");
    expect(fake.recordings).toMatchObject([{ live: false, ending: "requested" }]);
    expect(await kindOf(client.recording.query(recording))).toBe("task-not-found");
  },
  async slowStart({ fake, client }) {
    fake.use(scenarios.slowStart({ seconds: 3 }));
    let answered = false;
    void startMix(client).then(() => (answered = true));
    await fake.advanceAsync(2900);
    expect([answered, fake.recordings.length]).toEqual([false, 1]);
    await fake.advanceAsync(200);
    expect(answered).toBe(true);
  },
  async failingStop({ fake, client }) {
    const recording = await startMix(client);
    fake.use(scenarios.failingStop());
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await kindOf(client.recording.stop(recording))).toBe("server-error");
      expect(fake.recordings[0]?.live).toBe(true);
    }
    expect(await kindOf(client.recording.stop(recording))).toBe("nothing-recorded");
  },
  async idleExit({ fake, client }) {
    const recording = await startMix(client);
    fake.advance(20_000);
    fake.use(scenarios.idleExit());
    fake.advance(29_000);
    expect(await kindOf(client.recording.query(recording))).toBe("none");
    fake.advance(11_000);
    expect(await kindOf(client.recording.stop(recording))).toBe("task-not-found");
    expect(fake.recordings[0]?.ending).toBe("idle");
  },
  async nobodyPublishing({ fake, client }) {
    fake.channel(who.cname).leave("1001");
    fake.use(scenarios.nobodyPublishing());
    const recording = await startMix(client);
    fake.advance(120_000);
    expect(await kindOf(client.recording.stop(recording))).toBe("nothing-recorded");
  },
  async failover({ fake, client }) {
    fake.use(scenarios.failover({ seconds: 60 }));
    const recording = await startMix(client);
    fake.advance(19_000);
    expect(await kindOf(client.recording.query(recording))).toBe("none");
    fake.advance(2000);
    expect(await kindOf(client.recording.query(recording))).toBe("task-not-found");
    fake.advance(60_000);
    expect(await kindOf(client.recording.query(recording))).toBe("none");
    expect(fake.recordings).toMatchObject([{ failovers: 1, live: true }]);
  },
  async crash({ fake, client }) {
    const recording = await startMix(client);
    fake.advance(60_000);
    fake.use(scenarios.crash());
    expect(await kindOf(client.recording.query(recording))).toBe("task-not-found");
    fake.advance(600_000);
    expect(await kindOf(client.recording.query(recording))).toBe("task-not-found");
    expect(fake.recordings[0]?.ending).toBe("server-lost");
  },
  async uidTaken({ fake, client }) {
    fake.use(scenarios.uidTaken());
    await startMix(client);
    fake.advance(21_000);
    expect(fake.recordings[0]?.ending).toBe("uid-taken");
  },
  async wrongStorageKeys({ fake, client, heard }) {
    fake.use(scenarios.wrongStorageKeys());
    const recording = await startMix(client);
    fake.advance(5000);
    expect(await kindOf(client.recording.query(recording))).toBe("task-not-found");
    expect(heard.map(({ eventType }) => eventType)).toEqual([1, 11]);
  },
  async wrongToken({ fake, client }) {
    fake.use(scenarios.wrongToken());
    const recording = await startMix(client, { token: "bad" });
    fake.advance(5000);
    expect(await kindOf(client.recording.query(recording))).toBe("task-not-found");
    expect(fake.recordings[0]?.ending).toBe("token-refused");
  },
  async slowUpload({ fake, client, heard }) {
    fake.use(scenarios.slowUpload({ seconds: 60 }));
    const recording = await startMix(client);
    fake.advance(20_000);
    expect(await kindOf(client.recording.stop(recording))).toBe("upload-timeout");
    const uploaded = () => heard.some(({ eventType }) => eventType === 31);
    fake.advance(59_000);
    expect(uploaded()).toBe(false);
    fake.advance(2000);
    expect(uploaded()).toBe(true);
  },
  async strandedUpload({ fake, client, heard }) {
    fake.use(scenarios.strandedUpload({ minutes: 3 }));
    const resource = await client.recording.acquire(who);
    const recording = await client.recording.start({ ...resource, mode: "raw", clientRequest: { storageConfig } });
    fake.advance(20_000);
    expect(await client.recording.stop(recording)).toMatchObject({ upload: "stranded", files: [{}] });
    expect(await client.recording.query(recording)).toMatchObject({ state: "stopping", upload: "stranded" });
    expect(heard.some(({ eventType }) => eventType === 31)).toBe(false);
    fake.advance(3 * 60_000);
    expect(await client.recording.query(recording)).toMatchObject({ upload: "uploaded" });
    expect(heard.some(({ eventType }) => eventType === 31)).toBe(true);
  },
  async backupUpload({ fake, client, heard }) {
    fake.use(scenarios.backupUpload());
    const recording = await startMix(client);
    fake.advance(20_000);
    expect(await client.recording.stop(recording)).toMatchObject({ upload: "backuped" });
    expect(heard.some(({ eventType }) => eventType === 32)).toBe(true);
  },
  async brokenPage({ fake, client }) {
    fake.use(scenarios.brokenPage({ url: pageUrl, failure: "webgl" }));
    await startWeb(client);
    fake.advance(10_000);
    expect(fake.recordings[0]?.ending).toBe("page-unsupported");
  },
  async pageNeverReady({ fake, client }) {
    fake.use(scenarios.pageNeverReady({ url: pageUrl }));
    await startWeb(client, { readyTimeout: 10 });
    fake.advance(30_000);
    expect(fake.recordings[0]?.ending).toBe("page-load-timeout");
  },
  async cdnDown({ fake, client }) {
    fake.use(scenarios.cdnDown({ url: "rtmp://cdn.example/live" }));
    await startWeb(client, {}, pushTo("rtmp://cdn.example/live"));
    fake.advance(10_000);
    expect(fake.recordings[0]?.rtmp?.status).toBe("disconnected");
  },
  async expiredBuilderToken({ fake, client }) {
    fake.use(scenarios.expiredBuilderToken());
    expect(await kindOf(startTask(client))).toBe("builder-token-expired");
    await startTask(client);
  },
  async agentNameTaken({ fake, client }) {
    fake.use(scenarios.agentNameTaken());
    expect(await kindOf(joinAgent(client))).toBe("conflict");
    expect(await kindOf(joinAgent(client))).toBe("none");
  },
  async agentRecovery({ fake, client }) {
    fake.use(scenarios.agentRecovery({ seconds: 5, after: 10 }));
    await joinAgent(client);
    fake.advance(11_000);
    expect(fake.agents[0]?.status).toBe("RECOVERING");
    fake.advance(5000);
    expect(fake.agents[0]?.status).toBe("RUNNING");
  },
  async transcriptionBreakdown({ fake, client }) {
    await joinAgent(client);
    await startTask(client, "room-2");
    fake.advance(5000);
    fake.use(scenarios.transcriptionBreakdown({ cause: "asr", after: 0 }));
    expect(fake.agents[0]?.message).toBe("Fatal ASR error");
    expect(fake.tasks[0]?.status).toBe("FAILURE_STOP");
  },
  async quotaExceeded({ fake, client }) {
    const undo = fake.use(scenarios.quotaExceeded({ retryAfter: 7 }));
    expect(await kindOf(acquire(client))).toBe("rate-limited");
    expect(await kindOf(joinAgent(client))).toBe("rate-limited");
    undo();
    expect(await kindOf(acquire(client))).toBe("none");
  },
  async concurrencyLimit({ fake, client }) {
    fake.use(scenarios.concurrencyLimit());
    expect([await kindOf(acquire(client)), await kindOf(joinAgent(client))]).toEqual(["concurrency-limit", "v7-error"]);
  },
  async badGateway({ fake, client }) {
    fake.use(scenarios.badGateway());
    expect([await kindOf(acquire(client)), await kindOf(acquire(client))]).toEqual(["non-json-response", "none"]);
  },
  async emptyAnswer({ fake, client }) {
    fake.use(scenarios.emptyAnswer({ operation: "recording.acquire" }));
    await expect(acquire(client)).rejects.toMatchObject({ kind: "non-json-response", status: 502 });
  },
  async offline({ fake, client }) {
    const undo = fake.use(scenarios.offline());
    expect([await kindOf(acquire(client)), await kindOf(acquire(client))]).toEqual(["network-error", "network-error"]);
    undo();
    expect(await kindOf(acquire(client))).toBe("none");
  },
  async noAnswer({ fake, client, after }) {
    fake.use(scenarios.noAnswer());
    expect(await kindOf(after(20, acquire(client)))).toBe("client-timeout");
  },
  async slowAnswers({ fake, client, after }) {
    fake.use(scenarios.slowAnswers({ seconds: 4 }));
    const before = fake.now();
    let at = 0;
    await after(
      10,
      acquire(client).then(() => (at = fake.now())),
    );
    expect(at - before).toBe(4000);
  },
  async hostDown({ fake, after }) {
    fake.use(scenarios.hostDown({ host: "api.agora.io" }));
    await after(10, acquire(clientOf(fake, { retry: {} })));
    expect(fake.requests.map(({ host }) => host)).toEqual(["api.agora.io", "api.sd-rtn.com"]);
  },
  async notEnabled({ fake, client }) {
    const undo = fake.use(scenarios.notEnabled());
    expect(await kindOf(acquire(client))).toBe("invalid-app-id");
    expect(await kindOf(joinAgent(client))).toBe("service-not-enabled");
    undo();
    expect(await kindOf(acquire(client))).toBe("none");
  },
  async accountSuspended({ fake, client }) {
    fake.use(scenarios.accountSuspended());
    expect(await kindOf(acquire(client))).toBe("app-not-active");
  },
  async wrongCredentials({ fake, client }) {
    fake.use(scenarios.wrongCredentials());
    expect(await kindOf(acquire(client))).toBe("invalid-credentials");
  },
  async signedOut({ fake, client }) {
    fake.use(scenarios.signedOut());
    expect(await kindOf(acquire(client))).toBe("proxy-unauthenticated");
  },
  async forbidden({ fake, client }) {
    fake.use(scenarios.forbidden({ operation: "recording.stop" }));
    const recording = await startMix(client);
    expect(await kindOf(client.recording.stop(recording))).toBe("proxy-forbidden");
  },
  async redundantNotifications({ fake, client, heard }) {
    fake.use(scenarios.redundantNotifications());
    await startMix(client);
    fake.advance(2000);
    expect(heard).toEqual([heard[0], heard[0]]);
  },
  async disorderedNotifications({ fake, client, heard }) {
    fake.use(scenarios.disorderedNotifications());
    await startMix(client);
    fake.advance(60_000);
    const sequences = heard.map(({ payload }) => Number(payload.sequence));
    expect(sequences).not.toEqual(sequences.toSorted((a, b) => a - b));
    expect(sequences).toHaveLength(new Set(sequences).size * 2);
  },
  async lostNotifications({ fake, client, heard }) {
    fake.use(scenarios.lostNotifications({ eventTypes: [30] }));
    await startMix(client);
    fake.advance(3000);
    expect(heard.map(({ eventType }) => eventType)).not.toContain(30);
    expect(heard.length).toBeGreaterThan(0);
    fake.use(scenarios.lostNotifications());
    heard.length = 0;
    fake.advance(60_000);
    expect(heard).toEqual([]);
  },
};

test.each(Object.entries(proofs))("%s", async (_, proof) => {
  await expect(proof(stage())).resolves.toBeUndefined();
});
