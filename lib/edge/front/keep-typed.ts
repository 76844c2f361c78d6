import { type Element, isTag, Text } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";

const NOT_SAVED = `<div role="alert" tabindex="-1" autofocus data-invalid="" class="rounded-card border-2 border-danger bg-surface p-5">
<h2 class="text-xl">Ce n’est pas enregistré</h2>
<p class="mt-2">Nous n’arrivons pas à enregistrer pour le moment. Rien de ce que vous avez saisi n’est perdu\u00A0: attendez une minute, puis envoyez à nouveau.</p>
</div>`;

/** What the page itself put in its form, and puts again. */
const isTyped = ({ name, attribs }: Element) =>
  attribs.name !== undefined && (name !== "input" || !["hidden", "submit", "file"].includes(attribs.type ?? "text"));

function tick(control: Element, attribute: "checked" | "selected", on: boolean): void {
  if (on) control.attribs[attribute] = "";
  else delete control.attribs[attribute];
}

function fill(control: Element, values: readonly string[]): void {
  const { type = "text", value = "on" } = control.attribs;
  if (control.name === "textarea") control.children = [new Text(values[0] ?? "")];
  else if (control.name === "select")
    for (const option of DomUtils.getElementsByTagName("option", control, true))
      tick(option, "selected", values.includes(option.attribs.value ?? DomUtils.textContent(option)));
  else if (type === "checkbox" || type === "radio") tick(control, "checked", values.includes(value));
  else control.attribs.value = values[0] ?? "";
}

const isPosted = ({ name, attribs }: Element) => name === "form" && attribs.method?.toLowerCase() === "post";

const controlsOf = (form: Element): Element[] =>
  DomUtils.filter(
    (node) => isTag(node) && isTyped(node) && ["input", "textarea", "select"].includes(node.name),
    form,
  ).filter(isTag);

/**
 * A page as it was before its form was sent, with what was typed in the form and a sentence that says why it is back.
 * @param html a whole document
 */
export function keepTyped(html: string, typed: FormData): string {
  const page = parseDocument(html);
  const isSent = ({ attribs }: Element) => typed.has(attribs.name ?? "");
  const form = DomUtils.findOne(
    (element) => isPosted(element) && controlsOf(element).some(isSent),
    page.children,
    true,
  );
  if (!form) return html;
  for (const control of controlsOf(form)) {
    const values = typed.getAll(control.attribs.name ?? "").filter((value) => typeof value === "string");
    fill(control, values);
  }
  const sentence = parseDocument(NOT_SAVED).children.find(isTag);
  if (sentence) DomUtils.prepend(form.children[0] ?? form, sentence);
  const title = DomUtils.findOne(({ name }) => name === "title", page.children, true);
  if (title) title.children = [new Text(`Erreur\u00A0: ${DomUtils.textContent(title)}`)];
  return DomUtils.getOuterHTML(page, { encodeEntities: "utf8" });
}
