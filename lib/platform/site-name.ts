/** The name of the portal, as it is printed. */
export const SITE_NAME = "L’innovation territoriale en actions\u202F!";
