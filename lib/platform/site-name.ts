export const SITE_NAME = "L’innovation territoriale en actions\u202F!";
