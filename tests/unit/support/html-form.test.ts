import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { openForm } from "#tests/support/html-form";

const PAGE = `<form action="/chercher"><input name="q"/></form>
<form enctype="multipart/form-data" method="POST" action=""><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&#x27;b&quot;}"/>
<input type="hidden" name="webinar" value="s&amp;e"/><input name="email" value="x"/></form>`;

async function served(received: { request?: IncomingMessage; body?: string }) {
  const server = createServer(async (request, response) => {
    if (request.method === "POST") {
      Object.assign(received, { request, body: await text(request) });
      response.writeHead(303, { location: "/inscriptions/abc" });
    }
    response.end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webinaires/a`;
}

test("posts the hidden fields of the right form, and what was typed", async () => {
  const received: { request?: IncomingMessage; body?: string } = {};
  const address = await served(received);
  const answer = await (await openForm(address, "webinar")).submit({ email: "a@exemple.fr" });
  expect(answer).toMatchObject({ status: 303, location: "/inscriptions/abc" });
  expect(received.request?.url).toBe("/webinaires/a");
  expect(received.request?.headers.origin).toBe(new URL(address).origin);
  expect(received.body).toContain(`name="$ACTION_1:0"\r\n\r\n{"id":"a'b"}\r\n`);
  expect(received.body).toContain('name="webinar"\r\n\r\ns&e\r\n');
  expect(received.body).toContain('name="email"\r\n\r\na@exemple.fr\r\n');
});

test("says when the form is missing", async () => {
  await expect(openForm(await served({}), "capacity")).rejects.toThrow("no form with a field capacity");
});
