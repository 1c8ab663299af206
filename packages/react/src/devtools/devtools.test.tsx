import { type AnyClient, basicAuth, createAgoraClient } from "@agora-edge/core";
import { localStorageAdapter } from "@agora-edge/core/page";
import { createFakeAgora, type FakeAgora } from "@agora-edge/msw/fake";
import { act, cleanup, fireEvent, render, within } from "@testing-library/react";
import { type ReactNode, StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { AgoraDevtools, AgoraDevtoolsPanel } from "../devtools.ts";
import { AgoraProvider, useRecordingSession, useSttTask } from "../index.ts";
import { asInApps, expectCalm } from "../testing/page.tsx";
import * as none from "./none.ts";
import { canary, openProxiedPage, until } from "../testing/behind-proxy.ts";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

function Recorder() {
  const recording = useRecordingSession({
    cname: "room-1",
    uid: "900001",
    mode: "mix",
    clientRequest: {},
    storage: localStorageAdapter,
    monitor: { interval: 10_000 },
  });
  return (
    <>
      <output>{recording.status}</output>
      {(["acquire", "start", "stop"] as const).map((name) => (
        <button key={name} type="button" onClick={recording[name]}>
          {name}
        </button>
      ))}
    </>
  );
}

function Transcriber() {
  const rtcConfig = { channelName: "room-1", pubBotUid: "900002" };
  useSttTask({ version: "v7", request: { name: "agent-1", languages: ["en-US"], rtcConfig } });
  return null;
}

/** An app with the panel, and what is in its shadow root. */
function open(
  children: ReactNode,
  {
    strict = false,
    page = openProxiedPage(),
  }: { strict?: boolean; page?: { readonly fake: FakeAgora; readonly agora: AnyClient } } = {},
) {
  const app = <AgoraProvider client={page.agora}>{children}</AgoraProvider>;
  const { container, unmount } = render(strict ? <StrictMode>{app}</StrictMode> : app);
  const shadow = () => {
    const root = container.querySelector("[data-agora-devtools]")?.shadowRoot?.querySelector<HTMLElement>(".root");
    if (!root) throw new Error("There is no panel.");
    return within(root);
  };
  const own = within(container);
  const press = (name: string) => fireEvent.click(own.getByRole("button", { name }));
  const status = () => container.querySelector("output")?.textContent;
  const shows = (wanted: string) => asInApps(() => until(page.fake, () => status() === wanted));
  /** What happened is shown with the next turn. */
  const turn = () => act(async () => {});
  return { ...page, container, unmount, shadow, press, shows, turn };
}

function openWithFake() {
  const page = openProxiedPage();
  const { fake } = page;
  const sent = (operation: string) => fake.requests.filter((one) => one.operation === operation).length;
  const app = (
    <>
      <Recorder />
      <AgoraDevtoolsPanel locale="en" fake={fake} />
    </>
  );
  return { ...open(app, { page }), sent };
}

/** In the panel. */
const choose = (panel: ReturnType<typeof within>, role: "tab" | "button", name: RegExp | string) =>
  fireEvent.click(panel.getByRole(role, { name }));

/** Opens what is folded. */
async function unfold(item: Element | null | undefined): Promise<void> {
  const summary = item?.querySelector("summary");
  if (!summary) throw new Error("It does not open.");
  fireEvent.click(summary);
  // Told in a turn of its own.
  await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
}

describe("AgoraDevtools", () => {
  test("is a button that opens the panel, which Escape closes; the focus goes along", async () => {
    const { shadow, turn } = open(<AgoraDevtools locale="en" />, { strict: true });
    await turn();
    choose(shadow(), "button", "Open Agora devtools");
    const panel = shadow().getByRole("region", { name: "Agora devtools" });
    const root = panel.getRootNode();
    if (!(root instanceof ShadowRoot)) throw new Error("It is in no shadow root.");
    expect(root.activeElement).toBe(panel);
    fireEvent.keyDown(panel, { key: "Escape" });
    expect(shadow().queryByRole("region")).toBeNull();
    expect(root.activeElement).toBe(shadow().getByRole("button", { name: "Open Agora devtools" }));
    choose(shadow(), "button", "Open Agora devtools");
    choose(shadow(), "button", "Close Agora devtools");
    expect(shadow().queryByRole("region")).toBeNull();
  });

  test("takes no focus when it is open at first, and complains of nothing", async () => {
    const { problems } = expectCalm();
    const { shadow, turn, unmount } = open(<AgoraDevtools initialIsOpen locale="en" />, { strict: true });
    await turn();
    expect(shadow().getByText(/No session yet/)).toBeTruthy();
    expect(document.activeElement).toBe(document.body);
    unmount();
    expect(problems).toEqual([]);
  });

  test("notes what happens while it is closed", async () => {
    const { shadow, press, shows } = open(
      <>
        <Recorder />
        <AgoraDevtools locale="en" />
      </>,
    );
    press("start");
    await shows("recording");
    choose(shadow(), "button", "Open Agora devtools");
    choose(shadow(), "tab", /Requests/);
    expect(shadow().getByText("recording.start")).toBeTruthy();
  });

  test("is nothing on a server, and in a production build", () => {
    const { agora } = openProxiedPage();
    const onServer = renderToString(
      <AgoraProvider client={agora}>
        <AgoraDevtools initialIsOpen />
      </AgoraProvider>,
    );
    expect(onServer).toBe('<div data-agora-devtools=""></div>');
    expect(renderToString(<none.AgoraDevtools initialIsOpen />)).toBe("");
    expect(renderToString(<none.AgoraDevtoolsPanel />)).toBe("");
  });

  test("speaks Chinese where the page does, or when it is told to", async () => {
    const { shadow, turn } = open(<AgoraDevtools locale="zh-CN" />);
    await turn();
    expect(shadow().getByRole("button", { name: "打开声网开发者工具" })).toBeTruthy();
    cleanup();
    document.documentElement.lang = "zh-CN";
    onTestFinished(() => document.documentElement.removeAttribute("lang"));
    const other = open(<AgoraDevtools />);
    await other.turn();
    expect(other.shadow().getByRole("button", { name: "打开声网开发者工具" })).toBeTruthy();
  });
});

describe("AgoraDevtoolsPanel", () => {
  test("lists sessions with status; the ledger and the countdown of the one that was chosen", async () => {
    const { shadow, press, shows, turn, fake } = open(
      <>
        <Recorder />
        <Transcriber />
        <AgoraDevtoolsPanel locale="en" />
      </>,
    );
    await turn();
    const list = within(shadow().getByRole("navigation", { name: "Sessions" }));
    expect(list.getAllByRole("button").map((button) => button.textContent)).toEqual([
      "room-1:900001recordingidle",
      "agent-1sttAgentsidle",
    ]);
    press("acquire");
    await shows("acquired");
    expect(shadow().getByRole("timer").textContent).toMatch(/^(2\d\d|300) s left$/);
    expect(shadow().getByText(/nothing runs, and nothing is in doubt/)).toBeTruthy();
    press("start");
    await shows("recording");
    const [recording] = fake.recordings;
    expect(shadow().getByText(recording?.sid ?? "?")).toBeTruthy();
    expect(shadow().getByRole("row", { name: /runs, confirmed/ }).textContent).toContain(recording?.resourceId);
    choose(shadow(), "button", /agent-1/);
    expect(shadow().queryByText(recording?.sid ?? "?")).toBeNull();
  });

  test("shows transitions with their events and effects, requests with their bodies, and no secret", async () => {
    const { shadow, press, shows, container } = open(
      <>
        <Recorder />
        <AgoraDevtoolsPanel locale="en" />
      </>,
    );
    press("start");
    await shows("recording");
    const grant = /"grant":"([^"]+)"/.exec(Object.values(localStorage).join())?.[1];
    choose(shadow(), "tab", /Transitions/);
    const steps = shadow()
      .getAllByRole("listitem")
      .map((item) => item.querySelector("summary")?.textContent);
    expect(steps.join("\n")).toMatch(/queried: \S+ starting → recording/);
    expect(steps.join("\n")).toMatch(/start idle → acquiring claim/);
    expect(steps.join("\n")).not.toContain("watch");
    const count = steps.length;
    fireEvent.click(shadow().getByRole("checkbox", { name: "Show those that changed nothing" }));
    expect(shadow().getAllByRole("listitem").length).toBeGreaterThan(count);
    choose(shadow(), "tab", /Requests/);
    const [, start] = shadow().getAllByRole("listitem").toReversed();
    await unfold(start);
    expect(start?.textContent).toMatch(/recording\.start 200 \d+ ms[\s\S]*"clientRequest"/);
    const shown = container.querySelector("[data-agora-devtools]")?.shadowRoot?.innerHTML ?? "";
    expect(grant).toBeTruthy();
    for (const secret of [grant ?? "?", canary]) expect(shown).not.toContain(secret);
  });

  test("shows the requests of a client with all checks too", async () => {
    const fake = createFakeAgora({ rateLimit: false });
    fake.channel("room-1").join("1001");
    const { appId, clock, fetch, customerId, customerSecret } = fake;
    const auth = basicAuth(customerId, customerSecret);
    const agora = createAgoraClient({ appId, auth, fetch, clock, random: () => 0, dangerouslyAllowBrowser: true });
    const app = (
      <>
        <Recorder />
        <AgoraDevtoolsPanel locale="en" />
      </>
    );
    const { shadow, press, shows } = open(app, { page: { fake, agora } });
    fake.fail("recording.acquire", { kind: "service-not-enabled" });
    press("start");
    await shows("failed");
    choose(shadow(), "tab", /Requests/);
    const acquire = shadow().getByText("recording.acquire").closest("li");
    await unfold(acquire);
    expect(acquire?.textContent).toMatch(/4\d\d service-not-enabled[\s\S]*What to do:[\s\S]*"cname"/);
    expect(acquire?.textContent).not.toContain(customerSecret);
  });

  test("explains an error, at the session and at the request", async () => {
    const { shadow, press, shows, fake } = open(
      <>
        <Recorder />
        <AgoraDevtoolsPanel locale="en" />
      </>,
    );
    fake.fail("recording.acquire", { kind: "service-not-enabled" });
    press("start");
    await shows("failed");
    expect(shadow().getByText("service-not-enabled")).toBeTruthy();
    expect(shadow().getByText("What to do:")).toBeTruthy();
    choose(shadow(), "tab", /Requests/);
    expect(shadow().queryByText("What to do:")).toBeNull();
    await unfold(shadow().getByText("service-not-enabled").closest("li"));
    expect(shadow().getByText("What to do:")).toBeTruthy();
  });

  test("brings about an expired lease, by the fake that it is given", async () => {
    const { shadow, press, shows, sent } = openWithFake();
    await act(async () => {});
    choose(shadow(), "tab", "Trouble");
    press("acquire");
    await shows("acquired");
    const pass = () => shadow().getByRole<HTMLButtonElement>("button", { name: "Five minutes pass" });
    fireEvent.click(pass());
    expect(pass().disabled).toBe(true);
    const done = () => expect(shadow().getByText("Done: Five minutes pass.")).toBeTruthy();
    await asInApps(() => vi.waitFor(done, { timeout: 20_000 }));
    expect(pass().disabled).toBe(false);
    await shows("expired");
    await act(async () => choose(shadow(), "button", "The service takes the lease for expired"));
    expect(shadow().getByRole("status").textContent).toBe("Done: The service takes the lease for expired.");
    press("start");
    await shows("recording");
    expect([sent("recording.acquire"), sent("recording.start")]).toEqual([3, 2]);
  });

  test("brings about a failover, and loses answers", async () => {
    const { fake, shadow, press, shows } = openWithFake();
    await act(async () => {});
    choose(shadow(), "tab", "Trouble");
    const failover = () => shadow().getByRole<HTMLButtonElement>("button", { name: "Fail over for 60 s" });
    expect(failover().disabled).toBe(true);
    press("start");
    await shows("recording");
    await act(async () => fireEvent.click(failover()));
    await shows("recovering");
    await shows("recording");
    await act(async () => choose(shadow(), "button", "Lose the answer to the next stop"));
    press("stop");
    await shows("stopped");
    expect(fake.recordings.filter(({ live }) => live)).toEqual([]);
    choose(shadow(), "tab", /Requests/);
    expect(shadow().getAllByText("recording.stop").length).toBeGreaterThan(0);
  });

  test("says why trouble could not be brought about", async () => {
    const fake = { fail: () => Promise.reject(new Error("The stage is gone.")), failover: vi.fn(), recover: vi.fn() };
    const { shadow, turn } = open(
      <>
        <Recorder />
        <AgoraDevtoolsPanel locale="en" fake={fake} />
      </>,
    );
    await turn();
    choose(shadow(), "tab", "Trouble");
    expect(shadow().getByRole<HTMLButtonElement>("button", { name: "Five minutes pass" }).disabled).toBe(true);
    await act(async () => choose(shadow(), "button", "Lose the answer to the next start"));
    expect(shadow().getByRole("status").textContent).toBe("That did not work: The stage is gone.");
  });

  test("copies a bug report, or shows it where the browser does not allow that; exports a history; forgets", async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(async () => {});
    vi.stubGlobal("navigator", { userAgent: "A browser", onLine: true, clipboard: { writeText } });
    onTestFinished(() => void vi.unstubAllGlobals());
    const { shadow, press, shows } = open(
      <>
        <Recorder />
        <AgoraDevtoolsPanel locale="en" />
      </>,
    );
    press("acquire");
    await shows("acquired");
    await act(async () => choose(shadow(), "button", "Copy bug report"));
    expect(writeText.mock.calls[0]?.[0]).toMatch(
      /^# @agora-edge\/react \d[\s\S]*A browser[\s\S]*recording\.acquire: HTTP 200/,
    );
    writeText.mockRejectedValueOnce(new Error("Not allowed."));
    await act(async () => choose(shadow(), "button", "Copy bug report"));
    expect(shadow().getByRole("group", { name: "Copy bug report" }).textContent).toMatch(/^# @agora-edge\/react/);
    const files: Blob[] = [];
    vi.stubGlobal(
      "URL",
      Object.assign(URL, { createObjectURL: (file: Blob) => `blob:${files.push(file)}`, revokeObjectURL: vi.fn() }),
    );
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
    onTestFinished(() => void vi.restoreAllMocks());
    choose(shadow(), "button", "Export history");
    expect(JSON.parse((await files[0]?.text()) ?? "")).toMatchObject({ format: "agora-edge-history", version: 1 });
    await act(async () => choose(shadow(), "button", "Clear log"));
    choose(shadow(), "tab", /Requests/);
    expect(shadow().getByText(/No request yet/)).toBeTruthy();
  });

  test("moves between tabs by arrow keys", async () => {
    const { shadow, turn } = open(
      <>
        <Recorder />
        <AgoraDevtoolsPanel locale="en" />
      </>,
    );
    await turn();
    const selected = () => shadow().getByRole("tab", { selected: true }).textContent;
    const list = shadow().getByRole("tablist");
    expect(selected()).toBe("Session");
    fireEvent.keyDown(list, { key: "ArrowRight" });
    expect(selected()).toMatch(/^Transitions/);
    fireEvent.keyDown(list, { key: "ArrowLeft" });
    fireEvent.keyDown(list, { key: "ArrowLeft" });
    expect(selected()).toMatch(/^Requests/);
    fireEvent.keyDown(list, { key: "Home" });
    expect(selected()).toBe("Session");
    expect(
      shadow()
        .getAllByRole("tab")
        .map(({ tabIndex }) => tabIndex),
    ).toEqual([0, -1, -1]);
  });

  test("says what to do where there is no client", async () => {
    const { container } = render(<AgoraDevtoolsPanel locale="en" />);
    expect(container.querySelector("[data-agora-devtools]")?.shadowRoot?.textContent).toContain("AgoraProvider");
  });
});
