import { Extension, InputRule, Node } from "@tiptap/core";
import { Code } from "@tiptap/extension-code";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";

/** What stands whole in a text, and is not written there. */
export const CHIP = "rounded bg-sunken px-1 font-semibold outline outline-1 outline-control";

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

/** Says in words what a reference leads to, once they are known. */
export type Tell = (href: string, show: (words: string) => void) => void;

/** A figure or a term, which is not written here: it is shown with the words that readers have today, and goes whole. */
export const Reference = Node.create<{ tell: Tell }>({
  name: "reference",
  group: "inline",
  inline: true,
  atom: true,
  addOptions: () => ({ tell: () => {} }),
  addAttributes: () => ({
    href: {
      default: "",
      parseHTML: (element) => element.getAttribute("data-reference"),
      renderHTML: ({ href }) => ({ "data-reference": href }),
    },
  }),
  parseHTML: () => [{ tag: "span[data-reference]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes],
  addNodeView() {
    const { tell } = this.options;
    return ({ node }) => {
      const dom = document.createElement("span");
      const href = String(node.attrs.href);
      dom.setAttribute("data-reference", href);
      dom.className = CHIP;
      tell(href, (words) => {
        dom.textContent = words;
      });
      return { dom };
    };
  },
});

/** What was just closed between braces. */
const BRACED = /\{([^{}\n]{1,80})\}$/;

/** A name that a message gives to each of its readers: it is not written in, and goes whole. */
const Chip = Node.create<{ names: readonly string[] }>({
  name: "chip",
  group: "inline",
  inline: true,
  atom: true,
  addOptions: () => ({ names: [] }),
  addAttributes: () => ({ name: { default: "", rendered: false } }),
  renderHTML: ({ node }) => ["span", { class: CHIP }, String(node.attrs.name)],
  addInputRules() {
    const { names } = this.options;
    const handler: InputRule["handler"] = ({ state, range: { from, to }, match: [, name = ""] }) => {
      if (!names.includes(name)) return null;
      state.tr.replaceWith(from, to, this.type.create({ name }));
    };
    // What takes a name away takes it whole.
    return [new InputRule({ find: BRACED, handler, undoable: false })];
  },
});

/** Lines of plain text, where chips stand. */
export const plainExtensions = (names: readonly string[]) => [
  StarterKit.configure({
    blockquote: false,
    bold: false,
    bulletList: false,
    code: false,
    codeBlock: false,
    dropcursor: false,
    gapcursor: false,
    hardBreak: false,
    heading: false,
    horizontalRule: false,
    italic: false,
    link: false,
    listItem: false,
    listKeymap: false,
    orderedList: false,
    strike: false,
    trailingNode: false,
    underline: false,
  }),
  Chip.configure({ names }),
];
