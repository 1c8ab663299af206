// Where a number or a message of the service leads to.
import { type Language, languages, type Page } from "../page.ts";
import { addressOf } from "../page.ts";
import { type AgoraErrorKind, kinds, locales, reasonsOf, type Sign, signsOf } from "./kinds.ts";
import { table } from "./table.ts";

interface Words {
  numbers: { title: string; lead: string; columns: readonly string[]; http: string; httpLead: string };
  messages: { title: string; lead: string; columns: readonly string[] };
  any: string;
}

const words: Record<Language, Words> = {
  en: {
    numbers: {
      title: "Errors by number",
      lead: "The `code` in the body of an answer, or the number that Agora's documentation calls the error code. The same number can mean different things on different operations.",
      columns: ["Code", "On", "HTTP", "Kind", "Meaning"],
      http: "Nothing but an HTTP status",
      httpLead: "Where the body of the answer names no code and no known text, the HTTP status decides.",
    },
    messages: {
      title: "Errors by message",
      lead: "The words as they appear in an answer of Agora: `reason`, `message` or `detail`. Search this page for a part of what you see.",
      columns: ["Message", "Code", "On", "Kind", "Meaning"],
    },
    any: "every operation",
  },
  "zh-CN": {
    numbers: {
      title: "按错误码查找",
      lead: "响应包体中的 `code`，即声网文档中的错误码。同一个错误码在不同接口上含义可能不同。",
      columns: ["错误码", "接口", "HTTP 状态码", "错误类型", "含义"],
      http: "只有 HTTP 状态码",
      httpLead: "响应包体中既没有错误码，也没有已知文本时，以 HTTP 状态码判断。",
    },
    messages: {
      title: "按错误文本查找",
      lead: "声网响应中的原文：`reason`、`message` 或 `detail`。请在本页搜索你看到的文本片段。",
      columns: ["文本", "错误码", "接口", "错误类型", "含义"],
    },
    any: "所有接口",
  },
};

interface Entry {
  readonly kind: AgoraErrorKind;
  readonly sign: Sign;
}

const entries = (): Entry[] => kinds.flatMap((kind) => signsOf(kind).map((sign) => ({ kind, sign })));

export function errorIndexes(): Page[] {
  return languages.flatMap((language) => {
    const { numbers, messages, any } = words[language];
    const where = ({ operations }: Sign) =>
      operations.length > 4 ? any : operations.map((name) => `\`${name}\``).join(", ");
    const link = (kind: AgoraErrorKind) => `[\`${kind}\`](${addressOf({ language, slug: `errors/${kind}` })})`;
    const meaning = (kind: AgoraErrorKind) => locales[language][kind][0];
    const all = entries();
    const unique = (rows: string[][]) => [...new Map(rows.map((row) => [row.join("|"), row])).values()];

    const byCode = all
      .filter(({ sign }) => sign.code !== undefined)
      .toSorted((a, b) => (a.sign.code ?? 0) - (b.sign.code ?? 0))
      .map(({ kind, sign }) => [`\`${sign.code}\``, where(sign), String(sign.status ?? ""), link(kind), meaning(kind)]);
    const byStatus = all
      .filter(({ sign }) => sign.code === undefined && sign.text === undefined)
      .toSorted((a, b) => (a.sign.status ?? 0) - (b.sign.status ?? 0))
      .map(({ kind, sign }) => ["", where(sign), `\`${sign.status}\``, link(kind), meaning(kind)]);
    const reasons = reasonsOf("invalid-parameter", language).map(([reason, [title]]) => [
      `\`${reason}\``,
      "`2`",
      any,
      link("invalid-parameter"),
      title,
    ]);
    const byMessage = all
      .filter(({ sign }) => sign.text !== undefined)
      .map(({ kind, sign }) => [
        `\`${sign.text}\``,
        sign.code === undefined ? "" : `\`${sign.code}\``,
        where(sign),
        link(kind),
        meaning(kind),
      ])
      .concat(reasons)
      .toSorted(([a = ""], [b = ""]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));

    return [
      {
        language,
        slug: "errors/numbers",
        title: numbers.title,
        description: numbers.lead,
        body: [
          numbers.lead,
          table(numbers.columns, unique(byCode)),
          `## ${numbers.http}`,
          numbers.httpLead,
          table(
            numbers.columns.slice(1),
            unique(byStatus).map((row) => row.slice(1)),
          ),
        ].join("\n\n"),
      },
      {
        language,
        slug: "errors/messages",
        title: messages.title,
        description: messages.lead,
        body: [messages.lead, table(messages.columns, unique(byMessage))].join("\n\n"),
      },
    ];
  });
}
