// Keeps what was typed when the answer of a form does not come. Without it, forms post by themselves.
const LEAVING = "Envoi en cours…";
const TIMEOUT_MS = 60_000;
const STAYING_MS = 8_000;
const CUT = [
  "La connexion est coupée",
  "Rien de ce que vous avez saisi n’est perdu\u00A0: envoyez de nouveau dès qu’elle revient.",
];
// Nothing is said of what was saved: the form may have arrived, and its answer been lost.
const LOST = [
  "L’envoi n’a pas abouti",
  "Rien de ce que vous avez saisi n’est perdu\u00A0: envoyez de nouveau. Si cela se répète, copiez votre texte et rechargez la page.",
];
const REFUSED = new Set([400, 403, 405, 409, 413, 415]);
const KEPT = "Ce que vous avez saisi est encore là.";
const leaving = new Set();

const make = (name, className, ...children) => {
  const element = Object.assign(document.createElement(name), { className });
  element.append(...children);
  return element;
};

function tell(form, [title, text]) {
  form.querySelector("[role=alert]")?.remove();
  const box = make("div", "rounded-card border-2 border-danger bg-surface p-5", make("h2", "text-xl", title), make("p", "mt-2", text));
  box.setAttribute("role", "alert");
  box.tabIndex = -1;
  form.prepend(box);
  box.focus();
}

async function post(form, button) {
  const body = new FormData(form);
  if (button?.name) body.append(button.name, button.value);
  const answer = await fetch(form.getAttribute("action") || location.href, {
    method: "POST",
    body,
    headers: { "X-Form": "kept" },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const target = answer.headers.get("Location");
  if (answer.status === 201 && target) return lead(new URL(target, location));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = page.querySelector("main");
  const [title, cause] = ["h1", "h1 ~ p"].map((part) => main?.querySelector(part)?.textContent);
  if (REFUSED.has(answer.status) && title && cause) return tell(form, [title, `${cause} ${KEPT}`]);
  if (answer.status !== 200 || !main) throw new Error(answer.statusText);
  document.querySelector("main").replaceWith(main);
  document.title = page.title;
  main.querySelector("[autofocus]")?.focus();
  if (main.querySelector("form-proof")) import("/form-proof.js");
}

function lead(target) {
  const here = location.href.split("#", 1)[0];
  location.assign(target);
  if (target.hash && target.href.split("#", 1)[0] === here) location.reload();
  // The form stays as it is until the page is left, and is whole again for whoever comes back, or was given a file.
  return new Promise((resolve) => {
    addEventListener("pagehide", resolve, { once: true });
    setTimeout(resolve, STAYING_MS);
  });
}

async function send(form, button) {
  const label = button?.textContent;
  leaving.add(form);
  if (button) button.textContent = LEAVING;
  try {
    await post(form, button);
  } catch {
    tell(form, LOST);
  } finally {
    leaving.delete(form);
    if (button) button.textContent = label;
  }
}

// Where the framework's scripts run, they see to forms.
if (!("__next_f" in window) && AbortSignal.timeout)
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    event.preventDefault();
    if (leaving.has(form)) return;
    if (navigator.onLine) send(form, event.submitter);
    else tell(form, CUT);
  });
