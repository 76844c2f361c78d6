import { inflateSync } from "node:zlib";

/** A tagged PDF as a screen reader meets it: the structure tree, with the words of each element. */

/** One element of the structure that holds words. */
export type Element = { tag: string; parents: string[]; text: string; link: string | null };

type Part = { head: string; body: Buffer };

/** The numbered parts of the file: dictionary as text, stream inflated. */
function partsOf(bytes: Uint8Array): Map<string, Part> {
  const file = Buffer.from(bytes);
  const text = file.toString("latin1");
  const parts = new Map<string, Part>();
  for (const { 1: number = "", index } of text.matchAll(/^(\d+) 0 obj$/gm)) {
    const end = text.indexOf("\nendobj", index);
    const start = text.indexOf("stream\n", index);
    const holds = start !== -1 && start < end;
    const head = text.slice(index, holds ? start : end);
    const raw = holds ? file.subarray(start + 7, text.indexOf("\nendstream", start)) : Buffer.alloc(0);
    parts.set(number, { head, body: head.includes("FlateDecode") ? inflateSync(raw) : raw });
  }
  return parts;
}

const unicode = (hexadecimal: string) =>
  Buffer.from(hexadecimal.replace(/\s/g, ""), "hex").swap16().toString("utf16le");

/** A text of a dictionary: parentheses, escapes, UTF-16 when it begins with its mark. */
function literal(head: string, key: string): string | null {
  const [, written] = new RegExp(`/${key} \\(((?:[^\\\\)]|\\\\[\\s\\S])*)\\)`).exec(head) ?? [];
  if (written === undefined) return null;
  const text = written.replace(
    /\\([\s\S])/g,
    (_, letter: string) => ({ n: "\n", r: "\r", b: "\b", f: "\f" })[letter] ?? letter,
  );
  return text.startsWith("\u00FE\u00FF") ? Buffer.from(text.slice(2), "latin1").swap16().toString("utf16le") : text;
}

/** What each glyph of a font stands for. */
function glyphs(map: string): string[] {
  const [, list = ""] = /beginbfrange\s+<[0-9a-f]+> <[0-9a-f]+> \[([^\]]*)\]/.exec(map) ?? [];
  return [...list.matchAll(/<([0-9a-f ]+)>/g)].map(([, letters = ""]) => unicode(letters));
}

/** The words of each marked piece of a page. */
function pieces(content: string, fonts: Map<string, string[]>): Map<number, string> {
  const found = new Map<number, string>();
  for (const [, number = "", inside = ""] of content.matchAll(/\/MCID (\d+)\s*>> BDC([\s\S]*?)EMC/g)) {
    let words = "";
    let font: string[] = [];
    for (const [, name, shown = ""] of inside.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name) font = fonts.get(name) ?? [];
      for (const [, run = ""] of shown.matchAll(/<([0-9a-f]+)>/g)) {
        words += (run.match(/.{4}/g) ?? []).map((glyph) => font[Number.parseInt(glyph, 16)] ?? "\uFFFD").join("");
      }
    }
    found.set(Number(number), words);
  }
  return found;
}

/** Reads a document of one page. @throws Error when it has no structure */
export function readPdf(bytes: Uint8Array) {
  const parts = partsOf(bytes);
  const all = [...parts.values()];
  const find = (pattern: RegExp) => all.find(({ head }) => pattern.test(head))?.head ?? "";
  const catalog = find(/\/Type \/Catalog/);
  const page = find(/\/Type \/Page\b/);
  const part = (head: string, key: string) => parts.get(new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1] ?? "");
  const resources = part(page, "Resources")?.head ?? page;
  const used = [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", number = ""]) => ({
    name,
    head: parts.get(number)?.head ?? "",
  }));
  const fonts = new Map(
    used.map(({ name, head }) => [name, glyphs(part(head, "ToUnicode")?.body.toString("latin1") ?? "")]),
  );
  const content = part(page, "Contents")?.body.toString("latin1") ?? "";
  const words = pieces(content, fonts);

  const elements: Element[] = [];
  const visit = (number: string, parents: string[]): void => {
    const head = parts.get(number)?.head ?? "";
    const [, tag = ""] = /\/S \/(\w+)/.exec(head) ?? [];
    const [, kids = ""] = /\/K \[([\s\S]*)\]/.exec(head) ?? [];
    const text = literal(head, "ActualText");
    const marks = [...kids.replace(/<<[\s\S]*?>>/g, "").matchAll(/(\d+)( 0 R)?/g)];
    const own = marks.filter(([, , reference]) => !reference).map(([, mark]) => words.get(Number(mark)) ?? "");
    const [, annotation] = /\/Obj (\d+) 0 R/.exec(kids) ?? [];
    const link = annotation ? literal(part(parts.get(annotation)?.head ?? "", "A")?.head ?? "", "URI") : null;
    if (own.length) elements.push({ tag, parents, text: text ?? own.join(""), link });
    for (const [, child = "", reference] of marks) if (reference) visit(child, [...parents, ...(tag ? [tag] : [])]);
  };
  const [, tree] = /\/StructTreeRoot (\d+) 0 R/.exec(catalog) ?? [];
  if (!tree) throw new Error("This document has no structure.");
  visit(tree, []);
  return {
    version: /^%PDF-([\d.]+)/.exec(Buffer.from(bytes.subarray(0, 16)).toString("latin1"))?.[1],
    pages: all.filter(({ head }) => /\/Type \/Page\b/.test(head)).length,
    language: literal(catalog, "Lang"),
    showsTitle: /\/DisplayDocTitle true/.test(all.map(({ head }) => head).join("\n")),
    isMarked: /\/Marked true/.test(part(catalog, "MarkInfo")?.head ?? ""),
    metadata: part(catalog, "Metadata")?.body.toString("utf8") ?? "",
    /** Fonts that draw something, and whether their shapes travel with the document. */
    fonts: used.map(({ head }) => {
      const drawn = parts.get(/\/DescendantFonts \[(\d+) 0 R\]/.exec(head)?.[1] ?? "")?.head ?? "";
      return {
        name: /\/BaseFont \/(\S+)/.exec(head)?.[1] ?? "",
        embedded: /\/FontFile\d?/.test(part(drawn, "FontDescriptor")?.head ?? ""),
      };
    }),
    elements,
    /** From the top, in points. */
    rectangles: [...content.matchAll(/^[\d.]+ ([\d.]+) [\d.]+ ([\d.]+) re$/gm)].map(([, top, height]) => ({
      top: Number(top),
      bottom: Number(top) + Number(height),
    })),
    /** Where each run of letters begins, from the left and from the bottom, in points. */
    starts: [...content.matchAll(/^1 0 0 1 (\S+) (\S+) Tm$/gm)].map(([, left, bottom]) => ({
      left: Number(left),
      bottom: Number(bottom),
    })),
    text: elements.map(({ text }) => text).join("\n"),
  };
}
