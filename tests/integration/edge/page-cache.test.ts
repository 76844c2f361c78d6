import inject from "light-my-request";
import { afterEach, expect, test } from "vitest";
import { createPageCache, type PageCache } from "#lib/edge/page-cache/page-cache";
import { DAY, later } from "#tests/support/clock";

let cache: PageCache | undefined;
afterEach(() => cache?.stop());

test("a page that fails while the database answers is an incident, told in a page", async () => {
  const opened = createPageCache({
    pages: async ({ url = "" }, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.statusCode = url === "/a" ? 500 : 200;
      response.end(`<p>${url}</p>`);
    },
    siteUrl: "https://portail.example",
    site: { canonical: (address) => address, addresses: async () => [], nextInstant: async (at) => later(DAY, at) },
    maxBytes: 10_000_000,
  });
  cache = opened;
  const get = async () => {
    const { statusCode, payload, headers } = await inject(
      (request, response) => void opened.answer(request, response),
      "/a",
    );
    return [statusCode, payload, headers["cache-control"]];
  };
  await expect.poll(get, { timeout: 60_000 }).toEqual([500, "<p>/incident</p>", "no-store"]);
});
