import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Message {
  readonly id?: number | undefined;
  readonly method?: string | undefined;
  readonly result?: unknown;
  readonly error?: { readonly message: string } | undefined;
}

/** What an editor talks to: the compiler's language service, with one file open that is on no disk. */
export interface LanguageServer {
  /** What an editor shows where the mouse is: types and JSDoc, in Markdown. */
  hover(position: Position): Promise<string>;
  close(): void;
}

/** What a hover says. Nothing is shown where it has no contents. */
function textOf(result: unknown): string {
  const contents = result !== null && typeof result === "object" && "contents" in result ? result.contents : "";
  return typeof contents === "string" ? contents : JSON.stringify(contents);
}

/** Opens `text` as a file of that name, below the folder of the project whose settings count. */
export async function openInEditor(name: string, text: string): Promise<LanguageServer> {
  const server = spawn(process.execPath, [compiler, "--lsp", "--stdio"], {
    cwd: root,
    stdio: ["pipe", "pipe", "ignore"],
  });
  const waiting = new Map<number, (message: Message) => void>();
  let received = Buffer.alloc(0);
  let requests = 0;

  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };

  function take(message: Message): void {
    const { id, method } = message;
    if (id === undefined) return;
    // The server asks for settings and the like: it has its defaults.
    if (method === undefined) waiting.get(id)?.(message);
    else send({ id, result: method === "workspace/configuration" ? [null] : null });
  }

  server.stdout.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const end = received.indexOf("\r\n\r\n");
      const length = Number(/content-length: (\d+)/i.exec(received.subarray(0, Math.max(end, 0)).toString())?.[1]);
      const begin = end + 4;
      if (end < 0 || received.length < begin + length) return;
      const message: Message = JSON.parse(received.subarray(begin, begin + length).toString());
      received = received.subarray(begin + length);
      take(message);
    }
  });

  const ended = new Promise<never>((_, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`The language server ended with ${code}.`)));
  });
  ended.catch(() => {});

  async function ask(method: string, params: object): Promise<unknown> {
    const id = ++requests;
    const answer = new Promise<Message>((resolve) => void waiting.set(id, resolve));
    send({ id, method, params });
    const { result, error } = await Promise.race([answer, ended]);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  const uri = pathToFileURL(join(root, name)).href;
  const rootUri = pathToFileURL(root).href;
  await ask("initialize", {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: "root" }],
    capabilities: { textDocument: { hover: { contentFormat: ["markdown", "plaintext"] } } },
  });
  send({ method: "initialized", params: {} });
  send({
    method: "textDocument/didOpen",
    params: { textDocument: { uri, languageId: "typescript", version: 1, text } },
  });
  return {
    hover: async (position) => textOf(await ask("textDocument/hover", { textDocument: { uri }, position })),
    close: () => void server.kill(),
  };
}
