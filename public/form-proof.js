// Answers the challenge of a form. Without scripts, waiting is the proof.
const WORKING = "Vérification automatique en cours\u00A0: quelques secondes suffisent.";
const DONE = "C’est vérifié\u00A0: vous pouvez renvoyer le formulaire sans attendre.";

const bytes = (hex) => Uint8Array.from(hex.match(/../g), (pair) => Number.parseInt(pair, 16));
const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

async function solve({ nonce, salt, cost, keyLength, keyPrefix }, wanted) {
  const start = bytes(nonce);
  const password = new Uint8Array(start.length + 4);
  password.set(start);
  const work = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: cost };
  for (let counter = 0; wanted(); counter++) {
    new DataView(password.buffer).setUint32(start.length, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const derivedKey = hex(await crypto.subtle.deriveBits(work, key, keyLength * 8));
    if (derivedKey.startsWith(keyPrefix)) return JSON.stringify({ counter, derivedKey });
  }
}

class FormProof extends HTMLElement {
  static formAssociated = true;
  static observedAttributes = ["challenge"];
  #internals = this.attachInternals();
  #status = document.createElement("p");

  constructor() {
    super();
    this.#status.setAttribute("role", "status");
    this.#status.style.margin = 0;
    this.attachShadow({ mode: "open" }).append(this.#status);
  }

  async attributeChangedCallback(_, __, challenge) {
    this.#internals.setFormValue(null);
    this.#status.textContent = WORKING;
    const solution = await solve(JSON.parse(atob(challenge)).parameters, () => this.getAttribute("challenge") === challenge);
    if (!solution) return;
    this.#internals.setFormValue(solution);
    this.#status.textContent = DONE;
  }
}

if (globalThis.crypto?.subtle && HTMLElement.prototype.attachInternals) customElements.define("form-proof", FormProof);
