import { describe, expect, test } from "vitest";
import { pagesOfFeed } from "#lib/crawl/feed";
import { CrawlError } from "#lib/crawl/schema";

const AT = "https://centre.example/flux";
const read = (xml: string) => pagesOfFeed(xml, AT, null);

describe("a feed", () => {
  test("of RSS 2.0, as WordPress writes it", () => {
    const xml = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="c"><channel>
      <title>Centre</title><link>https://centre.example</link><language>fr-FR</language>
      <item><title>L&#8217;alliance &amp;amp; nous</title><link>https://centre.example/a/?utm_source=rss</link>
      <dc:creator><![CDATA[Ana Diaz]]></dc:creator><pubDate>Tue, 10 Nov 2026 08:00:00 +0100</pubDate>
      <description><![CDATA[<p>Une phrase. Une autre. [&#8230;]</p>]]></description><content:encoded><![CDATA[Tout]]></content:encoded></item>
      </channel></rss>`;
    expect(read(xml)).toEqual([
      {
        url: "https://centre.example/a/",
        title: "L’alliance & nous",
        summary: "Une phrase. Une autre.",
        author: "Ana Diaz",
        publishedAt: new Date("2026-11-10T07:00:00Z"),
        modifiedAt: null,
        language: "fr",
      },
    ]);
  });

  test("of Atom, its page among other links, relative", () => {
    const xml = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><entry><title type="html">Un &lt;b>titre&lt;/b></title>
      <link rel="replies" href="/commentaires"/><link rel="alternate" href="/b"/><author><name>Zoé</name></author>
      <published>2026-01-02T03:04:05Z</published><updated>2026-02-03T04:05:06Z</updated><summary>Court.</summary></entry></feed>`;
    expect(read(xml)).toMatchObject([
      {
        url: "https://centre.example/b",
        title: "Un titre",
        author: "Zoé",
        publishedAt: new Date("2026-01-02T03:04:05Z"),
        modifiedAt: new Date("2026-02-03T04:05:06Z"),
        language: "fr",
      },
    ]);
  });

  test("of RSS 1.0, whose entries stand beside its channel", () => {
    const xml = `<rdf:RDF xmlns:rdf="r"><channel><title>C</title></channel><item><title>T</title><link>https://a.example/b</link></item></rdf:RDF>`;
    expect(read(xml)).toMatchObject([{ title: "T", url: "https://a.example/b" }]);
  });

  test("keeps nobody’s address, and the name behind it", () => {
    const item = (author: string) =>
      read(`<rss><channel><item><title>T</title><link>/a</link><author>${author}</author></item></channel></rss>`)[0]
        ?.author;
    expect(item("ana@centre.example (Ana Diaz)")).toBe("Ana Diaz");
    expect(item("ana@centre.example")).toBeNull();
  });

  test("leaves out what has no title or leads to no page", () => {
    const items = ["<title>T</title>", "<link>/a</link>", "<title>T</title><link>javascript:alert(1)</link>"];
    expect(read(`<rss><channel>${items.map((item) => `<item>${item}</item>`).join("")}</channel></rss>`)).toEqual([]);
  });

  test("that is cut gives what came, and entities that it declares make nothing grow", () => {
    expect(read("<rss><channel><item><title>T</title><link>/a</link></item><item><title>U")).toHaveLength(1);
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><title>T &b;</title><link>/a</link></item></channel></rss>`;
    expect(read(bomb)[0]?.title.length).toBeLessThan(10);
  });

  test.each(["", "Bonjour", "<html><body>Une page</body></html>", "{}", "<urlset></urlset>"])(
    "is none: « %s »",
    (text) => {
      expect(() => read(text)).toThrow(CrawlError);
    },
  );
});
