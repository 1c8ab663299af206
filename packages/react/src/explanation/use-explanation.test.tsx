import { AgoraAbortError, type Explanation } from "@agora-edge/core";
import type { PageClientOptions } from "@agora-edge/core/page";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type * as React from "../index.ts";
import { openProxiedPage, until as advanceUntil } from "../testing/behind-proxy.ts";
import { asInApps, clientRequest, expectCalm, settle } from "../testing/page.tsx";

// Each test is a page that has loaded no words yet.
let hooks: typeof React;
beforeEach(async () => {
  vi.resetModules();
  hooks = await import("../index.ts");
});
afterEach(() => {
  cleanup();
  document.documentElement.lang = "";
});

const room = { cname: "room-1", uid: "900001", mode: "mix", clientRequest } as const;
const offline = () => Promise.reject(new TypeError("offline"));
const cancelled = () => new AgoraAbortError({ kind: "aborted", text: ["The app cancelled the call.", "Call again."] });

/** Reading the files of a language takes real time. */
const until = (isSo: () => void) => asInApps(() => vi.waitFor(isSo, { timeout: 30_000 }));

/** A page whose start fails, and what it shows of that in one render after another. */
function openRecorder({ client = {}, locale }: { client?: Partial<PageClientOptions>; locale?: string } = {}) {
  const { AgoraProvider, useExplanation, useRecordingSession } = hooks;
  const { fake, agora } = openProxiedPage(client);
  const shown: (Explanation | null)[] = [];
  function Recorder() {
    const recording = useRecordingSession(room);
    const explanation = useExplanation(recording.error);
    shown.push(explanation);
    return (
      <>
        <button onClick={recording.start}>{recording.status}</button>
        {explanation && <p role="alert">{[explanation.title, ...explanation.causes].join("; ")}</p>}
      </>
    );
  }
  const app = (language: string | undefined) => (
    <StrictMode>
      <AgoraProvider client={agora} locale={language}>
        <Recorder />
      </AgoraProvider>
    </StrictMode>
  );
  const { rerender } = render(app(locale));
  const read = () => screen.queryByRole("alert")?.textContent ?? "";
  return {
    fake,
    shown,
    read,
    /** Starts, and goes on until there is an error. */
    fail: async () => {
      fireEvent.click(screen.getByRole("button"));
      await asInApps(() => advanceUntil(fake, () => read() !== ""));
    },
    speak: (language: string) => rerender(app(language)),
  };
}

/** Renders one error alone; what it shows, and how often it rendered. */
function openError(error: Error | null, locale?: string) {
  const { AgoraProvider, useExplanation } = hooks;
  const shown: (Explanation | null)[] = [];
  function Shows({ error: one }: { error: Error | null }) {
    shown.push(useExplanation(one));
    return null;
  }
  const app = (one: Error | null) => (
    <AgoraProvider client={openProxiedPage().agora} locale={locale}>
      <Shows error={one} />
    </AgoraProvider>
  );
  const { rerender } = render(app(error));
  return { shown, show: (one: Error | null) => rerender(app(one)) };
}

describe("useExplanation", () => {
  test("says what the proxy has said, in the language of the page, at once", async () => {
    const { problems } = expectCalm();
    const { fake, shown, fail } = openRecorder({ client: { locale: "zh-CN" }, locale: "zh-CN" });
    expect(shown).toEqual(shown.map(() => null));
    fake.fail("recording.acquire", { kind: "invalid-credentials" });
    await fail();
    const explained = shown.filter((one) => one !== null);
    expect(explained[0]?.title).toMatch(/\p{Script=Han}/u);
    const renders = shown.length;
    await settle();
    expect(shown).toHaveLength(renders);
    expect(explained).toEqual(explained.map(() => explained[0]));
    expect(problems).toEqual([]);
  });

  test("gives an error of the page its title and causes as soon as they are loaded", async () => {
    const { read, shown, fail } = openRecorder({ client: { fetch: offline }, locale: "en" });
    await fail();
    expect(shown.find((one) => one !== null)?.title).toBe("Network error");
    await until(() => expect(read()).toContain("Connection failed; device offline"));
  });

  test("follows the language of the provider", async () => {
    const { fake, read, fail, speak } = openRecorder({ client: { locale: "en" }, locale: "en" });
    fake.fail("recording.acquire", { kind: "invalid-credentials" });
    await fail();
    const english = read();
    speak("zh-CN");
    await until(() => expect(read()).toMatch(/\p{Script=Han}/u));
    speak("en");
    expect(read()).toBe(english);
  });

  test.each([
    ["zh-CN", "已取消"],
    ["en", "Cancelled"],
  ])("takes the language of the document without a provider's: %s", async (lang, title) => {
    document.documentElement.lang = lang;
    const { shown } = openError(cancelled());
    await until(() => expect(shown.at(-1)?.title).toBe(title));
  });

  test("renders once more for words that are loaded, and never again for the same error", async () => {
    const error = cancelled();
    const { shown, show } = openError(error, "en");
    expect(shown.map((one) => one?.title)).toEqual(["Aborted"]);
    await until(() => expect(shown.map((one) => one?.title)).toEqual(["Aborted", "Cancelled"]));
    show(error);
    await settle();
    expect(shown.slice(2)).toEqual([shown[1]]);
    expect(shown[2]).toBe(shown[1]);
    // The words are there now: the next error has them in its first render.
    show(cancelled());
    await settle();
    expect(shown.slice(3).map((one) => one?.title)).toEqual(["Cancelled"]);
    show(null);
    expect(shown.slice(4)).toEqual([null]);
  });

  test("takes the language of a provider further up", async () => {
    const { AgoraProvider, useExplanation } = hooks;
    const { agora } = openProxiedPage();
    const error = cancelled();
    const Shows = () => <p>{useExplanation(error).title}</p>;
    render(
      <AgoraProvider client={agora} locale="zh-CN">
        <AgoraProvider client={agora}>
          <Shows />
        </AgoraProvider>
      </AgoraProvider>,
    );
    await until(() => expect(screen.getByText("已取消")).toBeTruthy());
  });

  test("has what an error says where nothing can be loaded, as on a server", () => {
    const { useExplanation } = hooks;
    const error = cancelled();
    const Shows = ({ shown }: { shown: Error | null }) => <p>{useExplanation(shown)?.explanation}</p>;
    expect(renderToString(<Shows shown={error} />)).toBe("<p>The app cancelled the call.</p>");
    expect(renderToString(<Shows shown={null} />)).toBe("<p></p>");
  });
});
