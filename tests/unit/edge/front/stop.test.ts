import { Agent, request as ask } from "node:http";
import { expect, test } from "vitest";
import { createFront } from "#lib/edge/front/server";
import { freePort } from "#lib/platform/embedded-postgres";

const agent = new Agent({ keepAlive: true });

type Answer = { status: number; connection: string | undefined; kept: string | undefined; body: string };
const get = (port: number, path: string) =>
  new Promise<Answer>((resolve, reject) => {
    ask({ agent, port, host: "127.0.0.1", path }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        body += chunk;
      });
      const { connection, "keep-alive": kept } = response.headers;
      response.on("end", () => resolve({ status: response.statusCode ?? 0, connection, kept: kept?.toString(), body }));
    })
      .once("error", reject)
      .end();
  });

test("a front that leaves says so first, answers meanwhile, and keeps no connection", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const front = createFront({
    siteUrl: "http://portail.example",
    development: false,
    pages: async (request, response) => {
      if (request.url === "/contact") await held;
      response.setHeader("Content-Type", "text/html");
      response.end("<p>page</p>");
    },
  });
  const port = await freePort();
  await front.listen(port, "127.0.0.1");
  // Longer than a balancer keeps one that is idle, or it would send on a connection that we are closing.
  expect(await get(port, "/livez")).toMatchObject({ status: 200, connection: "keep-alive", kept: "timeout=75" });

  const underWay = get(port, "/contact");
  let stopped = false;
  const stopping = front.stop(400).then(() => {
    stopped = true;
  });
  expect(await get(port, "/readyz")).toMatchObject({
    status: 503,
    connection: "close",
    body: JSON.stringify({ ready: false, checks: [] }),
  });
  expect(await get(port, "/livez")).toMatchObject({ status: 200, connection: "close" });
  await expect.poll(() => get(port, "/livez").catch(({ code }) => code), { timeout: 60_000 }).toBe("ECONNREFUSED");
  expect(stopped).toBe(false);
  release();
  expect(await underWay).toMatchObject({ status: 200, body: "<p>page</p>" });
  await stopping;
});
