import Bowser from "bowser";

/** « Firefox sous Windows »: what a browser says of itself, which is all that is known. */
export function deviceWords(userAgent: string | null): string {
  if (!userAgent) return "Navigateur inconnu";
  const { browser, os } = Bowser.parse(userAgent);
  const name = browser.name || "Navigateur inconnu";
  return os.name ? `${name} sous ${os.name}` : name;
}
