import { expect, test } from "#tests/support/journey";
import { mappedPages, readable } from "#tests/support/site";

/** What French typography forbids in what is read, wherever it comes from. */
const FAULTS = {
  "straight apostrophe": /.{0,20}\p{L}'\p{L}.{0,20}/u,
  "plain space before a high sign": /.{0,20}\p{L} [;!?»%](?=\s|$).{0,20}/u,
  "plain space after «": /.{0,20}« .{0,20}/u,
  "plain space before :": /.{0,20}\p{L} :(?=\s|$).{0,20}/u,
  "three points": /.{0,20}\p{L}\.\.\..{0,20}/u,
};

test("each fault is seen where there is one, and only there", () => {
  const planted = [
    "<p>Dans l'été</p>",
    "<p>Où <a>aller</a> ?</p>",
    "<p>« ici\u202F»</p>",
    "<p>Ceci : cela</p>",
    "<p>etc...</p>",
  ];
  for (const [index, pattern] of Object.values(FAULTS).entries()) {
    const hits = planted.map((html) => pattern.test(readable(html)));
    expect(hits).toEqual(planted.map((_, other) => other === index));
  }
});

test("every page is typeset in French", async ({ request }) => {
  test.setTimeout(120_000);
  const faults: string[] = [];
  for (const address of await mappedPages(request)) {
    const text = readable(await (await request.get(address)).text());
    for (const [fault, pattern] of Object.entries(FAULTS)) {
      const found = pattern.exec(text)?.[0];
      if (found) faults.push(`${address} ${fault}: ${found.trim()}`);
    }
  }
  expect(faults).toEqual([]);
});
