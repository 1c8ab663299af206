import { createAgoraClient, createRecording, type AgoraClient } from "@agora-edge/core";
import { cleanup, render, screen } from "@testing-library/react";
import { Component, StrictMode, version, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { AgoraProvider, useAgoraClient, useSttTask } from "./index.ts";

afterEach(cleanup);

const clientOf = (appId: string) => createAgoraClient({ appId, baseUrl: "/api/agora" });

function ShowsAppId({ client }: { client?: AgoraClient }) {
  return <p>App ID {useAgoraClient(client).appId}</p>;
}

class Boundary extends Component<{ children: ReactNode }, { message?: string }> {
  override state: { message?: string } = {};
  static getDerivedStateFromError(error: Error) {
    return { message: error.message };
  }
  override render() {
    return this.state.message === undefined ? this.props.children : <p role="alert">{this.state.message}</p>;
  }
}

/** What a component throws while it renders. */
function messageOf(node: ReactNode): string | null {
  cleanup();
  const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
  // React 18 reports an error to the window too, even when it is caught.
  const keepQuiet = (event: Event) => event.preventDefault();
  addEventListener("error", keepQuiet);
  render(<Boundary>{node}</Boundary>);
  removeEventListener("error", keepQuiet);
  quiet.mockRestore();
  return screen.getByRole("alert").textContent;
}

describe("AgoraProvider and useAgoraClient", () => {
  test("are tested with the React that the test project names", () => {
    expect(version.split(".")[0]).toBe(process.env.REACT_MAJOR);
  });

  test("hand the provider's own client to a component below", () => {
    const client = clientOf("app-a");
    const seen: AgoraClient[] = [];
    function Reader() {
      seen.push(useAgoraClient());
      return null;
    }
    render(
      <StrictMode>
        <AgoraProvider client={client}>
          <Reader />
        </AgoraProvider>
      </StrictMode>,
    );
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((one) => one === client)).toBe(true);
  });

  test("follow a client that is replaced", () => {
    const { rerender } = render(
      <AgoraProvider client={clientOf("app-a")}>
        <ShowsAppId />
      </AgoraProvider>,
    );
    rerender(
      <AgoraProvider client={clientOf("app-b")}>
        <ShowsAppId />
      </AgoraProvider>,
    );
    expect(screen.getByText("App ID app-b")).toBeTruthy();
  });

  test("take the nearest provider, and a client of one's own before it", () => {
    render(
      <AgoraProvider client={clientOf("outer")}>
        <AgoraProvider client={clientOf("inner")}>
          <ShowsAppId />
          <ShowsAppId client={clientOf("own")} />
        </AgoraProvider>
      </AgoraProvider>,
    );
    expect(screen.getAllByText(/App ID/).map((line) => line.textContent)).toEqual(["App ID inner", "App ID own"]);
  });

  test("need no provider where a client is passed", () => {
    render(<ShowsAppId client={clientOf("own")} />);
    expect(screen.getByText("App ID own")).toBeTruthy();
  });

  test("say what is missing where there is neither", () => {
    expect(messageOf(<ShowsAppId />)).toContain("wrap this component in <AgoraProvider client=");
  });

  test("hand on a client of one service to a component that names the service", () => {
    function Reader() {
      const { appId, recording } = useAgoraClient(["recording"]);
      return <p>{`${appId} ${typeof recording.start}`}</p>;
    }
    render(
      <AgoraProvider client={createRecording({ appId: "app-a", baseUrl: "/api/agora" })}>
        <Reader />
      </AgoraProvider>,
    );
    expect(screen.getByText("app-a function")).toBeTruthy();
  });

  test("say which services are missing in a client of one service", () => {
    function Transcribes() {
      const rtcConfig = { channelName: "room-1", pubBotUid: "1" };
      return <p>{useSttTask({ version: "v7", request: { name: "a", languages: ["en-US"], rtcConfig } }).status}</p>;
    }
    const client = createRecording({ appId: "app-a", baseUrl: "/api/agora" });
    const below = (child: ReactNode) => messageOf(<AgoraProvider client={client}>{child}</AgoraProvider>);
    expect(below(<ShowsAppId />)).toContain("useAgoraClient needs a client with channels, sttAgents, sttTasks");
    expect(below(<Transcribes />)).toContain("useSttTask needs a client with sttAgents");
  });

  test("render on a server, where there is no page for a relative baseUrl to resolve against", () => {
    const html = renderToString(
      <AgoraProvider client={clientOf("app-a")}>
        <ShowsAppId />
      </AgoraProvider>,
    );
    expect(html).toContain("app-a");
  });
});
