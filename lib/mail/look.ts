import type { ElementContent } from "hast";
import { MAIL_STYLES, type MailVariables } from "#lib/mail/schema";

export const words = (value: string) => ({ type: "text", value }) as const;
export const element = (tagName: string, properties: Record<string, string>, children: ElementContent[] = []) =>
  ({ type: "element", tagName, properties, children }) as const;

/** The day of a session as the leaf of a calendar, in letters: no image is asked for. Nothing when a text names no date. */
export function dateLeaf({ date, hours, title }: MailVariables): ElementContent[] {
  if (typeof date !== "string" || typeof hours !== "string" || typeof title !== "string") return [];
  const [day = "", ...month] = date.split(" ");
  const leaf = [element("b", { style: MAIL_STYLES.day }, [words(day)]), element("br", {}), words(month.join(" "))];
  const beside = [element("b", {}, [words(title)]), element("br", {}), words(`${hours} (heure de Paris)`)];
  const cells = [
    element("td", { style: MAIL_STYLES.leaf }, leaf),
    element("td", { style: MAIL_STYLES.beside }, beside),
  ];
  return [element("table", { role: "presentation" }, [element("tbody", {}, [element("tr", {}, cells)])])];
}
