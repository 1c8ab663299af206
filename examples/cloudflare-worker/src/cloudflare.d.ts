// What the example uses of Workers; `wrangler types` makes the whole of it for a project of yours.
type Stub<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
} & { fetch(request: Request): Promise<Response> };

interface DurableObjectNamespace<T> {
  getByName(name: string): Stub<T>;
}

interface ServerSocket extends WebSocket {
  serializeAttachment(value: unknown): void;
  deserializeAttachment(): unknown;
}

declare const WebSocketPair: new () => { 0: WebSocket; 1: ServerSocket };

interface DurableObjectState {
  readonly storage: {
    get(key: string): Promise<unknown>;
    put(key: string, value: unknown): Promise<void>;
    delete(key: string): Promise<boolean>;
    list(options: { prefix: string }): Promise<Map<string, unknown>>;
    setAlarm(at: number): Promise<void>;
    deleteAlarm(): Promise<void>;
  };
  acceptWebSocket(socket: ServerSocket): void;
  getWebSockets(): ServerSocket[];
}

interface ResponseInit {
  webSocket?: WebSocket;
}

declare module "cloudflare:workers" {
  export class DurableObject<Env> {
    protected readonly ctx: DurableObjectState;
    protected readonly env: Env;
    constructor(ctx: DurableObjectState, env: Env);
  }
}
