import type { SttAgentPayloads, SttTaskDetails } from "../../notifications/stt-details.ts";
import type { Shape } from "./shape.ts";

type SttTaskShapes = { readonly [Name in keyof SttTaskDetails]: Shape<SttTaskDetails[Name]> };
type SttAgentShapes = { readonly [Name in keyof SttAgentPayloads]: Shape<SttAgentPayloads[Name]> };

function makeTaskShapes(): SttTaskShapes {
  const base = { msgName: "string" } as const;
  const file = { fileName: "string", trackType: "string", mode: "number", sliceStartTime: "number" } as const;
  const uploaded = { ...base, status: "number", fileList: [file] } as const;

  return {
    "task-file-infos": { ...base, fileList: "string" },
    "task-uploader-started": { ...base, status: "number" },
    "task-uploaded": uploaded,
    "task-backuped": uploaded,
    "task-uploading-progress": { ...base, progress: "number" },
  };
}

function makeAgentShapes(): SttAgentShapes {
  const agent = { agent_id: "string", channel: "string", start_ts: "number", message: "string" } as const;
  const agentFile = { file_name: "string", file_creation_ts: "number", message: "string" } as const;

  return {
    "agent-joined": agent,
    "agent-left": { ...agent, stop_ts: "number", status: "string" },
    "agent-token-expiring": { ...agent, name: "string" },
    "agent-file-infos": { ...agent, ...agentFile },
    "agent-uploaded": { ...agent, ...agentFile },
    "agent-upload-failed": { ...agent, succeed_file_list: [agentFile], failed_file_list: [agentFile] },
  };
}

/** The types of `payload.details` of v5 and v6, by event. */
export const sttTaskShapes: SttTaskShapes = /* @__PURE__ */ makeTaskShapes();

/** The types of `payload` of v7, by event. */
export const sttAgentShapes: SttAgentShapes = /* @__PURE__ */ makeAgentShapes();
