// A private bucket on loopback, into which the fake writes what is recorded.
import { createS3Server } from "./s3-server.ts";
import { mediaOf, withHead } from "../media/media.mjs";

/** What is uploaded, as this bucket keeps it. */
const kept = (key, body) => (key.endsWith(".m3u8") ? withHead(new TextDecoder().decode(body)) : body);

export async function startBucket() {
  const server = createS3Server({ bucket: "demo-bucket" });
  const { origin, close } = await server.listen();
  return {
    /** For the Worker. */
    bindings: {
      STORAGE_VENDOR: "11",
      STORAGE_REGION: "0",
      STORAGE_BUCKET: server.bucket,
      STORAGE_ACCESS_KEY: server.keys.accessKeyId,
      STORAGE_SECRET_KEY: server.keys.secretAccessKey,
      STORAGE_ENDPOINT: origin,
      STORAGE_ENDPOINT_REGION: server.region,
    },
    /** For the fake. */
    storage: { put: ({ key, body, contentType }) => server.put(key, kept(key, body), contentType), media: mediaOf },
    keys: () => server.keysInBucket(),
    close,
  };
}
