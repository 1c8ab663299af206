import { createHash, createHmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What a request claims about how it was signed. */
export interface Claim {
  readonly accessKeyId: string;
  readonly region: string;
  readonly signedAt: number;
  /** Seconds; only of presigned addresses. */
  readonly expiresIn: number | undefined;
  readonly signature: string;
}

/** SHA-256 as the other implementation wants it handed in. */
class Sha256 {
  readonly #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    if (secret === undefined) this.#hash = createHash("sha256");
    else if (typeof secret === "string") this.#hash = createHmac("sha256", secret);
    else if (ArrayBuffer.isView(secret)) {
      this.#hash = createHmac("sha256", new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength));
    } else this.#hash = createHmac("sha256", new Uint8Array(secret));
  }
  update(data: Uint8Array) {
    this.#hash.update(data);
  }
  digest() {
    return Promise.resolve(new Uint8Array(this.#hash.digest()));
  }
  reset() {}
}

/** Undefined for a request that nobody signed. */
export function readClaim(request: Request): Claim | undefined {
  const { searchParams } = new URL(request.url);
  const header = request.headers.get("authorization");
  if (header !== null) {
    const [, credential = "", signature = ""] = /Credential=([^,]+).*Signature=(\w+)/.exec(header) ?? [];
    return claimOf(credential, request.headers.get("x-amz-date") ?? "", undefined, signature);
  }
  const signature = searchParams.get("X-Amz-Signature");
  if (signature === null) return undefined;
  const expiresIn = Number(searchParams.get("X-Amz-Expires"));
  return claimOf(
    searchParams.get("X-Amz-Credential") ?? "",
    searchParams.get("X-Amz-Date") ?? "",
    expiresIn,
    signature,
  );
}

function claimOf(credential: string, date: string, expiresIn: number | undefined, signature: string): Claim {
  const [accessKeyId = "", , region = ""] = credential.split("/");
  const iso = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  return { accessKeyId, region, signedAt: Date.parse(iso), expiresIn, signature };
}

/** The signature that AWS's own client would have made for this request. */
export async function signatureOf(request: Request, claim: Claim, keys: Keys): Promise<string> {
  const signer = new SignatureV4({
    service: "s3",
    region: claim.region,
    credentials: keys,
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
  });
  const url = new URL(request.url);
  const signingDate = new Date(claim.signedAt);
  const query = Object.fromEntries([...url.searchParams].filter(([name]) => !/^X-Amz-/i.test(name)));
  const unsigned = {
    method: request.method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query,
    headers: { host: url.host, "x-amz-content-sha256": "UNSIGNED-PAYLOAD" },
  };
  if (claim.expiresIn === undefined) {
    const { headers } = await signer.sign(unsigned, { signingDate });
    return /Signature=(\w+)/.exec(headers["authorization"] ?? "")?.[1] ?? "";
  }
  const outside = new Set(["x-amz-content-sha256"]);
  const presigned = await signer.presign(unsigned, {
    signingDate,
    expiresIn: claim.expiresIn,
    unsignableHeaders: outside,
    unhoistableHeaders: outside,
  });
  return String(presigned.query?.["X-Amz-Signature"]);
}
