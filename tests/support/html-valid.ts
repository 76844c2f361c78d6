import { HtmlValidate } from "html-validate";

/** What is valid, and what a reader of screens needs; nothing of how the letters of a tag are arranged. */
export const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "attr-case": "off",
    "attribute-boolean-style": "off",
    "void-style": "off",
    "no-trailing-whitespace": "off",
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "submit"] }],
  },
});

/** What the framework writes for a form that its own page answers, which is as if it had written nothing. */
const ANSWERED_HERE = / action=""/g;

/** What is not valid in a page: a line for each fault. */
export async function htmlFaults(html: string, where: string): Promise<string[]> {
  const report = await validator.validateString(html.replace(ANSWERED_HERE, ""));
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${where} ${ruleId}: ${message} (${selector})`),
  );
}
