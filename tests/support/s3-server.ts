import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import S3rver from "@20minutes/s3rver";
import { Client } from "minio";

export type S3Server = {
  url: string /** With keys that it refuses. */;
  strange: string;
  stop(): Promise<void>;
  client(): { client: Client; name: string };
};

/** The only account of that server. */
const KEY = "S3RVER";

/** A server of S3 with one empty bucket, that verifies who signs. */
export async function startS3(): Promise<S3Server> {
  const directory = await mkdtemp(path.join(tmpdir(), "portail-s3-"));
  const configureBuckets = [{ name: "portail", configs: [] }];
  const server = new S3rver({ address: "127.0.0.1", port: 0, silent: true, directory, configureBuckets });
  const { port } = await server.run();
  const at = (secret: string) => `http://${KEY}:${secret}@127.0.0.1:${port}/portail?region=us-east-1`;
  return {
    url: at(KEY),
    strange: at("autre"),
    client: () => ({
      client: new Client({ endPoint: "127.0.0.1", port, useSSL: false, accessKey: KEY, secretKey: KEY }),
      name: "portail",
    }),
    async stop() {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
