import {
  basicAuth,
  createAgoraClient,
  type AgoraError,
  explainError,
  isAgoraError,
  type AgoraClient,
  type AgoraOperation,
} from "@agora-edge/core";
import { agoraHandlers, createFakeAgora, type FakeAgora, faultKinds } from "@agora-edge/msw";
import { AgoraProvider, useAgoraClient, useRecordingSession, useSttTask } from "@agora-edge/react";
import { act, cleanup, fireEvent, render, renderHook, screen } from "@testing-library/react";
import { setupServer } from "msw/node";
import { useState } from "react";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

const server = setupServer();
beforeAll(() => server.listen());
afterAll(() => server.close());
afterEach(cleanup);

const baseUrl = "/api/agora";
const appId = "5a1ec0de5a1ec0de5a1ec0de5a1ec0de";
const storageConfig = { vendor: 1, region: 0, bucket: "bucket", accessKey: "key", secretKey: "key-secret" };
const [channelName, pubBotUid] = ["room-1", "88222"];
const rtcConfig = { channelName, subBotUid: "47091", pubBotUid };

/** One press: records and transcribes a channel from its beginning to its end, and says where that went wrong. */
async function everything({ recording, sttTasks, sttAgents }: AgoraClient): Promise<void> {
  const resource = await recording.acquire({ cname: "room-1", uid: "900001", clientRequest: {} });
  const handle = await recording.start({ ...resource, mode: "mix", clientRequest: { storageConfig } });
  await recording.query(handle);
  await recording.update(handle, { streamSubscribe: { audioUidList: { subscribeAudioUids: ["1"] } } });
  await recording.updateLayout(handle, { mixedVideoLayout: 1 });
  await recording.stop(handle);
  const lease = await sttTasks.acquire({ instanceId: "x" });
  const task = await sttTasks.start({ ...lease, version: "v6", request: { languages: ["en-US"], rtcConfig } });
  await sttTasks.query(task);
  await sttTasks.stop(task);
  const agent = await sttAgents.join({
    name: "a",
    languages: ["en-US"],
    rtcConfig: { channelName: "room-2", pubBotUid: "88222" },
  });
  await sttAgents.get(agent);
  await sttAgents.leave(agent);
  await sttAgents.list()[Symbol.asyncIterator]().next();
}

function Press() {
  const client = useAgoraClient();
  const [said, say] = useState<{ kind: string; operation: string; title: string } | null>(null);
  const press = () =>
    void everything(client).catch((error: unknown) => {
      if (!isAgoraError(error)) throw error;
      say({ kind: error.kind, operation: error.operation ?? "", title: explainError(error).title });
    });
  return (
    <>
      <button onClick={press}>Do everything</button>
      {said && (
        <p role="alert" data-kind={said.kind} data-operation={said.operation}>
          {said.title}
        </p>
      )}
    </>
  );
}

const patience = { appId, rateLimit: false, retry: false, timeout: 100 } as const;
const behindProxy = () => createAgoraClient({ ...patience, baseUrl });

/** Neither a page nor MSW tells a name that is not known from another broken connection: that takes the fetch of a server. */
const withoutMsw = ({ customerId, customerSecret, fetch }: FakeAgora) =>
  createAgoraClient({ ...patience, auth: basicAuth(customerId, customerSecret), dangerouslyAllowBrowser: true, fetch });

/** Where each kind is met: the first operation that fails so, in the order of the press. */
const order: AgoraOperation[] = [
  "recording.acquire",
  "recording.start",
  "recording.query",
  "recording.updateLayout",
  "recording.stop",
  "sttTasks.acquire",
  "sttTasks.start",
  "sttTasks.query",
  "sttTasks.stop",
  "sttAgents.join",
];
const table = faultKinds().map((kind) => ({
  kind,
  operation: order.find((operation) => faultKinds(operation).includes(kind)) ?? "sttAgents.list",
}));

interface Hooked {
  readonly start: () => unknown;
  readonly error: AgoraError | null;
  readonly isPending: boolean;
}

const hooks: { readonly [operation in AgoraOperation]?: () => Hooked } = {
  "recording.acquire": useRecording,
  "recording.start": useRecording,
  "sttTasks.acquire": () =>
    useSttTask({ version: "v6", instanceId: "x", request: { languages: ["en-US"], rtcConfig } }),
  "sttAgents.join": () =>
    useSttTask({ version: "v7", request: { name: "a", languages: ["en-US"], rtcConfig: { channelName, pubBotUid } } }),
};

function useRecording(): Hooked {
  return useRecordingSession({ cname: channelName, uid: "900001", mode: "mix", clientRequest: {} });
}

const throughHooks = order.flatMap((operation) => {
  const useHook = hooks[operation];
  if (!useHook) return [];
  const kinds = faultKinds(operation).filter((kind) => kind !== "dns-failure");
  return kinds.map((kind) => ({ operation, kind, useHook }));
});

describe("every kind of a start that fails for good stands in the hook", () => {
  test.each(throughHooks)("$operation, $kind", async ({ operation, kind, useHook }) => {
    const fake = createFakeAgora({ appId, rateLimit: false });
    server.resetHandlers(...agoraHandlers(fake, { baseUrl }));
    fake.channel(channelName).join("1001");
    fake.fail(operation, { kind, times: Infinity });
    const client = createAgoraClient({ appId, baseUrl, clock: fake.clock, rateLimit: false, retry: false });
    const { result } = renderHook(useHook, {
      wrapper: ({ children }) => <AgoraProvider client={client}>{children}</AgoraProvider>,
    });
    act(() => void result.current.start());
    await act(() => fake.advanceAsync(180_000));
    expect(result.current).toMatchObject({ error: { kind, operation }, isPending: false });
  });
});

describe("every kind arrives decoded in a component", () => {
  test.each(table)("$kind, from $operation", async ({ kind, operation }) => {
    const fake = createFakeAgora({ appId, rateLimit: false });
    server.resetHandlers(...agoraHandlers(fake, { baseUrl }));
    fake.channel("room-1").join("1001");
    // Files appear, and nothing has to wait for its turn.
    fake.onStart(() => fake.advance(20_000));
    fake.fail(operation, { kind, times: Infinity });
    render(
      <AgoraProvider client={kind === "dns-failure" ? withoutMsw(fake) : behindProxy()}>
        <Press />
      </AgoraProvider>,
    );
    await act(async () => {
      fireEvent.click(screen.getByRole("button"));
    });
    const alert = await screen.findByRole("alert");
    expect([alert.dataset.kind, alert.dataset.operation]).toEqual([kind, operation]);
    expect(alert.textContent).toMatch(/\w{2}/);
  });

  test("there is one for each kind that can come over the wire", () => {
    expect(table.length).toBeGreaterThan(60);
    expect(new Set(table.map(({ kind }) => kind)).size).toBe(table.length);
  });
});
