/** When the form was shown, signed: it dates the form and makes a double tap one registration. */
export const FORM_TOKEN = "formToken";
/** Left empty by people: see the honeypot. A name that browsers fill in for nobody. */
export const HONEYPOT = "homepage";
export const CHALLENGE = "challenge";
/** Answer to the challenge, found by the browser's own script; missing without scripts. */
export const SOLUTION = "solution";
/** Set on a form that comes back with nobody to turn to but the team. */
export const WRITE_TO_US = "writeToUs";
