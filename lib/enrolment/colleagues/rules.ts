export const MOST_COLLEAGUES = 5;

/** One a line: first name, last name, address. A field for each would be a third of the page. */
export const COLLEAGUES = "colleagues";

/** The box by which somebody says that their colleagues know of it. */
export const COLLEAGUES_TOLD = "colleaguesTold";

export type Colleague = { firstName: string; lastName: string; email: string };

/** Whoever a line names: « Ada Martin ada@exemple.fr », with commas where a name has several words. Null when one of them lacks. */
export function colleagueOf(line: string): Colleague | null {
  const words = line.replace(/[<>]/g, " ");
  const email = words.split(/[\s,;]+/).find((word) => word.indexOf("@") > 0 && !word.endsWith("@")) ?? "";
  const parts = words
    .replace(email, " ")
    .split(/[,;\t]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const [firstName = "", ...others] = parts.length > 1 ? parts : (parts[0]?.split(/\s+/) ?? []);
  return email && others.length ? { firstName, lastName: others.join(" "), email } : null;
}
