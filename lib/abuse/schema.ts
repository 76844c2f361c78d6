/** Names of the fields that stand in a public form beside what people type. */

/** When the form was shown, signed: it dates the form and makes a double tap one registration. */
export const FORM_TOKEN = "formToken";
/** Left empty by people: see the honeypot. A name that browsers fill in for nobody. */
export const TRAP = "homepage";
/** Proof asked of this form. */
export const CHALLENGE = "challenge";
/** Answer to the challenge, found by the browser's own script; missing without scripts. */
export const SOLUTION = "solution";

/** The work that a challenge asks for: public/form-proof.js reads it in the page. */
export type Work = { nonce: string; salt: string; cost: number; keyLength: number; keyPrefix: string };
