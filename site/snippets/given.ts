// What a snippet may take as given. A comment before the block names it: `<!-- given: agora, storageConfig -->`.
import type { Language } from "../stage/page.ts";

interface Given {
  /** TypeScript that declares it. */
  readonly code: string;
  readonly words: Record<Language, string>;
}

/** Everything that can be given, with what a reader is told of it. */
export const given: Readonly<Record<string, Given>> = {
  agora: {
    code: `declare const agora: import("@agora-edge/core").AgoraClient;`,
    words: { en: "a client of `createAgoraClient`", "zh-CN": "`createAgoraClient` 创建的客户端" },
  },
  env: {
    code: `declare const env: Record<
  | "AGORA_APP_ID" | "AGORA_APP_CERTIFICATE" | "AGORA_CUSTOMER_ID" | "AGORA_CUSTOMER_SECRET"
  | "GRANT_SECRET" | "NOTIFICATION_SECRET" | "S3_KEY" | "S3_SECRET" | "READER_KEY" | "READER_SECRET"
  | "CLERK_SECRET_KEY" | "CLERK_PUBLISHABLE_KEY" | "SESSION_PASSWORD", string>;`,
    words: { en: "the environment variables of your server", "zh-CN": "服务端的环境变量" },
  },
  appId: {
    code: "declare const appId: string;",
    words: { en: "your App ID", "zh-CN": "你的 App ID" },
  },
  appCertificate: {
    code: "declare const appCertificate: string;",
    words: { en: "the App Certificate of your project", "zh-CN": "项目的 App 证书" },
  },
  token: {
    code: "declare const token: string;",
    words: { en: "an RTC token for the recorder's uid", "zh-CN": "为录制 uid 签发的 RTC token" },
  },
  pubBotToken: {
    code: "declare const pubBotToken: string;",
    words: { en: "an RTC token for the bot's uid", "zh-CN": "为字幕机器人 uid 签发的 RTC token" },
  },
  storageConfig: {
    code: `declare const storageConfig: import("@agora-edge/core").StorageConfig;`,
    words: { en: "the storage of the files", "zh-CN": "录制文件的云存储配置" },
  },
  resource: {
    code: `declare const resource: import("@agora-edge/core").RecordingResource;`,
    words: { en: "the result of `acquire`", "zh-CN": "`acquire` 的返回值" },
  },
  clientRequest: {
    code: `declare const clientRequest: import("@agora-edge/core").MixClientRequest;`,
    words: { en: "the settings of the recording", "zh-CN": "录制参数" },
  },
  secret: {
    code: "declare const secret: string;",
    words: { en: "the secret of your notifications", "zh-CN": "消息通知的密钥" },
  },
  fake: {
    code: `declare const fake: import("@agora-edge/msw/fake").FakeAgora;`,
    words: { en: "a fake of `createFakeAgora`", "zh-CN": "`createFakeAgora` 创建的模拟服务" },
  },
  auth: {
    code: `declare const auth: import("@agora-edge/core").Auth;`,
    words: { en: "`basicAuth` or `tokenAuth`", "zh-CN": "`basicAuth` 或 `tokenAuth`" },
  },
  client: {
    code: `declare const client: import("@agora-edge/core").AgoraClient;`,
    words: { en: "a client of `createAgoraClient`", "zh-CN": "`createAgoraClient` 创建的客户端" },
  },
  recording: {
    code: `declare const recording: import("@agora-edge/core").RecordingHandle<"mix">;`,
    words: { en: "the result of `start`", "zh-CN": "`start` 的返回值" },
  },
  event: {
    code: `declare const event: import("@agora-edge/core/server").AgoraNotification;`,
    words: { en: "the argument of `onEvent`", "zh-CN": "`onEvent` 收到的事件" },
  },
  userOf: {
    code: `declare function userOf(request: Request): Promise<{ id: string; tenant: string; rooms: string[] } | null>;`,
    words: { en: "your own check of who is signed in", "zh-CN": "你自己的登录校验函数" },
  },
  database: {
    code: `declare const database: {
  save(subject: string, handle: object): Promise<void>;
  saveFiles(sid: string, files: readonly unknown[]): Promise<void>;
  saveEvent(event: object): Promise<void>;
};
interface ExecutionContext { waitUntil(promise: Promise<unknown>): void }`,
    words: { en: "your own database", "zh-CN": "你自己的数据库" },
  },
  workers: {
    code: "",
    words: { en: "the types of Cloudflare Workers", "zh-CN": "Cloudflare Workers 的类型" },
  },
  storage: {
    code: `declare const storage: {
  get(key: string): Promise<string | undefined>;
  put(key: string, value: string): Promise<void>;
  setAlarm(at: number): Promise<void>;
  deleteAlarm(): Promise<void>;
};`,
    words: { en: "the storage of a Durable Object", "zh-CN": "Durable Object 的存储" },
  },
  tokenFor: {
    code: `declare const tokenFor: (cname: string, uid: number) => Promise<string>;`,
    words: { en: "the result of `createTokenProvider`", "zh-CN": "`createTokenProvider` 的返回值" },
  },
  newToken: {
    code: `declare const newToken: () => Promise<string>;`,
    words: { en: "a function that fetches an RTC token", "zh-CN": "获取 RTC token 的函数" },
  },
  tellPages: {
    code: `declare const tellPages: (snapshot: object) => void;`,
    words: { en: "your own function that informs the pages", "zh-CN": "你自己通知页面的方式" },
  },
  show: {
    code: `declare const show: (...values: unknown[]) => void;`,
    words: { en: "your own function that shows something", "zh-CN": "你自己的显示函数" },
  },
  handler: {
    code: `declare const handler: (request: Request) => Promise<Response>;`,
    words: {
      en: "a handler of `createAgoraHandler` or `createNotificationHandler`",
      "zh-CN": "`createAgoraHandler` 或 `createNotificationHandler` 创建的处理函数",
    },
  },
  rtcClient: {
    code: `declare const rtcClient: {
  on(event: "stream-message", listener: (uid: string | number, payload: Uint8Array) => void): void;
  off(event: "stream-message", listener: (uid: string | number, payload: Uint8Array) => void): void;
};`,
    words: { en: "the client of Agora's RTC SDK", "zh-CN": "声网 RTC SDK 的客户端" },
  },
  RecordingButton: {
    code: `declare function RecordingButton(props: { cname: string; uid: string; clientRequest: object }): import("react").ReactNode;`,
    words: { en: "the component under test", "zh-CN": "被测组件" },
  },
  CaptionSource: {
    code: `import { type CaptionSource, CaptionSourceContext } from "../../../../examples/react-app/src/transcription/caption-source.ts";`,
    words: {
      en: "exports of `src/transcription/caption-source.ts`",
      "zh-CN": "`src/transcription/caption-source.ts` 的导出",
    },
  },
  vite: {
    code: `declare global { interface ImportMeta { readonly env: { readonly VITE_AGORA_APP_ID: string; readonly DEV: boolean } } }`,
    words: { en: "the types of Vite", "zh-CN": "Vite 的类型" },
  },
  files: {
    code: `declare const files: readonly import("@agora-edge/core").RecordingFile[];`,
    words: { en: "the files of the recording", "zh-CN": "录制生成的文件" },
  },
  names: {
    code: `declare const names: ReadonlyMap<string, string>;`,
    words: { en: "the names of the speakers by uid", "zh-CN": "uid 与发言人姓名的对应关系" },
  },
  authorize: {
    code: `declare const authorize: import("@agora-edge/core/server").AgoraHandlerOptions["authorize"];`,
    words: { en: "the `authorize` of your proxy", "zh-CN": "代理的 `authorize`" },
  },
  prepare: {
    code: `declare const prepare: NonNullable<import("@agora-edge/core/server").AgoraHandlerOptions["prepare"]>;`,
    words: { en: "the `prepare` hooks of your proxy", "zh-CN": "代理的 `prepare`" },
  },
  bucket: {
    code: `declare const bucket: ReturnType<typeof import("@agora-edge/core/files").createS3Bucket>;`,
    words: { en: "the result of `createS3Bucket`", "zh-CN": "`createS3Bucket` 的返回值" },
  },
  callOf: {
    code: `declare function callOf(request: Request): Promise<{ recording: { sid: string; cname: string } } | null>;`,
    words: { en: "your own lookup of the call", "zh-CN": "你自己查询通话记录的函数" },
  },
  spanish: {
    code: `declare const spanish: string;`,
    words: { en: "subtitles of `toWebVTT`", "zh-CN": "`toWebVTT` 生成的字幕" },
  },
  Hls: {
    code: "",
    words: { en: "the player hls.js", "zh-CN": "播放器 hls.js" },
  },
  video: {
    code: "",
    words: { en: "a `<video>` of the page", "zh-CN": "页面中的 `<video>` 元素" },
  },
  Deno: {
    code: `declare const Deno: {
  env: { get(name: string): string | undefined };
  serve(options: { port: number }, handler: (request: Request) => Response | Promise<Response>): unknown;
};`,
    words: { en: "the global of Deno", "zh-CN": "Deno 的全局对象" },
  },
  login: {
    code: `declare const login: { readonly token: string; refresh(): Promise<void> };`,
    words: { en: "your own login", "zh-CN": "你自己的登录模块" },
  },
  signedIn: {
    code: `declare function signedIn(request: Request): Promise<string | null | undefined>;`,
    words: { en: "returns the ID of the user who is signed in", "zh-CN": "返回已登录用户的 ID" },
  },
  mayRecord: {
    code: `declare function mayRecord(userId: string, cname: string): Promise<boolean>;`,
    words: { en: "your own check of who may record a channel", "zh-CN": "你自己的权限检查" },
  },
  betterAuth: {
    code: `declare const auth: {
  api: { getSession(options: { headers: Headers }): Promise<{ user: { id: string } } | null> };
};`,
    words: { en: "whose result is `auth`", "zh-CN": "其返回值为 `auth`" },
  },
  NextAuth: {
    code: `declare const auth: () => Promise<{ user?: { id?: string } } | null>;`,
    words: { en: "which returns `auth` among others", "zh-CN": "其返回值中有 `auth`" },
  },
  jest: {
    code: `declare function test(name: string, run: () => Promise<void>): void;
declare const beforeAll: (run: () => void) => void, afterEach: typeof beforeAll, afterAll: typeof beforeAll;
declare function expect(value: unknown): { toBe(expected: unknown): void } & import("@agora-edge/msw/matchers").AgoraMatchers<void>;`,
    words: { en: "the globals of Jest", "zh-CN": "Jest 的全局函数" },
  },
};

const comment = /^<!-- given: (.+) -->$/;

/** The names in a line such as `<!-- given: agora, env -->`. */
export function givenIn(line: string): readonly string[] | undefined {
  return comment.exec(line.trim())?.[1]?.split(/, */);
}
