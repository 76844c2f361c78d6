import { Extension } from "@tiptap/core";
import { Code } from "@tiptap/extension-code";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";

/** What only the Markdown of a text shows. */
const Kept = Extension.create({
  name: "kept",
  addGlobalAttributes: () => [
    { types: ["bulletList", "orderedList", "listItem"], attributes: { spread: { default: false, rendered: false } } },
    { types: ["tableHeader", "tableCell"], attributes: { align: { default: null, rendered: false } } },
  ],
});

/** The marks and blocks of our Markdown, without the styles that tables would bring: the policy of pages forbids them. */
export const EXTENSIONS = [
  StarterKit.configure({
    underline: false,
    gapcursor: false,
    code: false,
    link: { openOnClick: false, autolink: false, linkOnPaste: false, HTMLAttributes: { target: null, rel: null } },
  }),
  Code.extend({ excludes: "" }),
  Kept,
  Table.extend({ renderHTML: () => ["table", ["tbody", 0]] }).configure({ resizable: false, View: null }),
  TableRow,
  TableHeader.extend({ content: "paragraph" }),
  TableCell.extend({ content: "paragraph" }),
];
