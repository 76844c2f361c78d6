import { describe, expect, it } from "vitest";
import { isScripted, withoutScripts } from "#lib/edge/front/scripts";

const OWN = '<script type="module" async="" src="/form-proof.js"></script>';
const FACTS = '<script type="application/ld+json">{"name":"1 \\u003c 2 <!-- & -->"}</script>';
const FONT = '<link rel="preload" href="/_next/static/media/a.woff2" as="font" crossorigin=""/>';

describe("withoutScripts", () => {
  it.each([
    ["a script of the framework", '<p>a</p><script src="/_next/static/chunks/a.js" async=""></script>', "<p>a</p>"],
    ["its payload", '<p>a</p><script>self.__next_f.push([1,"</p><!--"])</script><p>b</p>', "<p>a</p><p>b</p>"],
    ["its payload, in a script of ours", `<script id="_R_">a()</script>${OWN}`, OWN],
    ["a script that is written in capitals", "<SCRIPT>a()</SCRIPT ><p>b</p>", "<p>b</p>"],
    ["preloads of scripts", `<link rel="preload" as="script" href="/_next/a.js"/>${FONT}`, FONT],
    ["modules that are fetched ahead", '<link rel="modulepreload" href="/_next/a.js"><p>b</p>', "<p>b</p>"],
    ["what tells texts apart", "<h1>Où<!-- --> <!-- -->?</h1>", "<h1>Où ?</h1>"],
    ["what tells boundaries apart", "<!--$--><p>a</p><!--/$-->", "<p>a</p>"],
    [
      "templates, and what they hold",
      '<template id="B:0"><p>a</p><template></template></template><p>b</p>',
      "<p>b</p>",
    ],
    ["a placeholder", '<body><div hidden=""><!--$--><!--/$--></div><p>a</p></body>', "<body><p>a</p></body>"],
    ["a named placeholder", '<div hidden id="S:0"><template></template></div><p>a</p>', "<p>a</p>"],
  ])("takes away %s", (_, html, expected) => {
    expect(withoutScripts(html)).toBe(expected);
  });

  it.each([
    ["a script of ours", OWN],
    ["facts for search engines", FACTS],
    ["a font that is fetched ahead", FONT],
    ["what is hidden and is no placeholder", '<div hidden="">a</div><div hidden="" class="b"></div><p hidden></p>'],
    ["an empty box", '<div id="a"></div>'],
    ["words that look like marks", "<title>a <!-- b --> <script></title><textarea><!-- c --><script></textarea>"],
    ["letters written as they were", "<P Class=a data-b='\"'>&eacute;&#39;&amp;lt;<BR>&nbsp</P>"],
    ["a drawing", '<svg viewBox="0 0 1 1"><path d="M0 0"/><title>a</title></svg>'],
    ["a document that stops short", "<p>a<div hidden"],
  ])("keeps %s", (_, html) => {
    expect(withoutScripts(html)).toBe(html);
  });
});

describe("isScripted", () => {
  it.each([
    "/administration",
    "/administration/pages/1?fait=a",
    "/connexion",
    "/connexion?retour=/",
    "/bienvenue/jeton",
  ])("the framework draws %s", (path) => expect(isScripted(path)).toBe(true));

  it.each(["/", "/connexions", "/inscriptions/jeton", "/rejoindre/jeton", "/avis/jeton", "/besoins?a=/administration"])(
    "%s goes without it",
    (path) => expect(isScripted(path)).toBe(false),
  );
});
