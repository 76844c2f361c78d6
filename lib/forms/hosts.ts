export const LONG_HOST =
  "Ce nom de domaine n’existe pas\u00A0: chaque partie entre deux points compte 63 caractères au plus.";

const LABEL_LENGTH = 63;
const HOST_LENGTH = 253;

/** RFC 1035 §2.3.4: letters of other alphabets count as they are sent, in their ASCII form. */
export function isHost(host: string): boolean {
  if (!URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  const name = hostname.replace(/\.$/, "");
  return name.length <= HOST_LENGTH && name.split(".").every((label) => label !== "" && label.length <= LABEL_LENGTH);
}
