import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PreviewFrame, PreviewWidths } from "#components/publication/preview-frame";
import { writeHeaders } from "#lib/edge/front/response";
import { paths } from "#lib/platform/paths";
import { PREVIEW_WIDTHS, previewQuery } from "#lib/publication/schema";

const hrefOf = (width?: number) => paths.preview("jeton", width);

test("a preview leads to the three widths by plain links, and shows itself as wide as asked", () => {
  const html = renderToStaticMarkup(<PreviewFrame hrefOf={hrefOf} width={768} />);
  for (const width of PREVIEW_WIDTHS) expect(html).toContain(`href="/apercu/jeton?largeur=${width}"`);
  expect(html).toMatch(/<iframe src="\/apercu\/jeton"[^>]* width="768"/);
  expect(renderToStaticMarkup(<PreviewWidths hrefOf={hrefOf} />)).not.toContain('href="/apercu/jeton"');
});

test("only these widths are read in an address", () => {
  for (const width of [360, 768, 1280]) expect(previewQuery.parse({ largeur: `${width}` })).toEqual({ width });
  for (const largeur of ["361", "", "a", undefined, ["1", "360"]])
    expect(previewQuery.parse({ largeur }).width, String(largeur)).toBeUndefined();
});

test("only a preview may stand in a frame, and only in ours", () => {
  const headersOf = (path: string) => {
    const headers = new Map<string, string>();
    const response = { setHeader: (name: string, value: string) => headers.set(name, value) };
    writeHeaders(response as never, { path, secure: false, development: false, requestId: "1" });
    return [headers.get("Content-Security-Policy"), headers.get("X-Frame-Options")];
  };
  expect(headersOf("/apercu/jeton?largeur=360")).toEqual([
    expect.stringMatching(/frame-ancestors 'self'; frame-src 'self'/),
    "SAMEORIGIN",
  ]);
  for (const path of ["/", "/apercus", "/administration"])
    expect(headersOf(path)).toEqual([expect.stringContaining("frame-ancestors 'none'"), "DENY"]);
});
