import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { createPurgeHook } from "#lib/edge/page-cache/purge-hook";

test("a cache in front is told of changes together, and again until it has heard", async () => {
  const told: string[] = [];
  let failures = 1;
  const heard = Promise.withResolvers<void>();
  const server = createServer(async (request, response) => {
    told.push(await text(request));
    failures -= 1;
    response.statusCode = failures >= 0 ? 503 : 204;
    response.end();
    if (failures < 0) heard.resolve();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const hook = createPurgeHook(`http://127.0.0.1:${port}/purge`);
  for (const table of ["Need", "Term", "Need", null]) hook.changed(table);
  await heard.promise;
  expect(told).toEqual(Array.from({ length: 2 }, () => '{"tags":["Need","Term","*"]}'));
  hook.stop();
  server.close();
});
