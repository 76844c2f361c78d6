import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { PersonalPage } from "#components/enrolment/personal-page";
import type { SeatView } from "#lib/enrolment/page/schema";
import { IDLE } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { personView, seatView, seatWebinar } from "#tests/support/views";

const seat = seatView();
const session = seatWebinar();
const person = personView();

const doNothing = async () => IDLE;
const ACTIONS = [
  "cancel",
  "undo",
  "answer",
  "ask",
  "correct",
  "details",
  "address",
  "reminders",
  "followCycle",
  "leaveCycle",
  "erase",
  "sendLinks",
] as const;
const actions = Object.fromEntries(ACTIONS.map((name) => [name, doNothing])) as Record<
  (typeof ACTIONS)[number],
  typeof doNothing
>;

type Drawn = {
  who?: typeof person | null;
  follows?: boolean;
  at?: Date;
  room?: string;
  certificate?: string;
  done?: string;
};
const CYCLES = [{ slug: "2027", title: "Cycle 2027", held: 12, added: 0 }];
const CYCLES_TO_FOLLOW = [{ slug: "2028", title: "Cycle 2028", held: 1, added: 11 }];
const drawAll = (
  seats: SeatView[],
  { who = null, follows = true, at = AT, room, certificate, done }: Drawn = {},
  chosen?: string,
) =>
  renderToStaticMarkup(
    <PersonalPage
      view={{
        person: who,
        sentTo: who ? null : "e•••@e•••e.fr",
        subscriptions: who && follows ? CYCLES : [],
        followable: who && !follows ? CYCLES_TO_FOLLOW : [],
      }}
      seats={seats.map((one) => ({
        seat: one,
        doors: {
          opensAt: later(-15 * 60_000, one.webinar.startsAt),
          room: room ?? null,
          certificate: certificate ?? null,
          calendars: { file: "/x/agenda.ics", others: [{ label: "Google Agenda", href: "https://calendar.example/" }] },
        },
      }))}
      chosen={chosen}
      held={who && { registrations: 1, questions: 0, messages: 3, subscriptions: 1 }}
      token="secret"
      actions={actions}
      done={done}
      at={at}
    />,
  );
const draw = (view: Partial<SeatView> = {}, more: Drawn = {}) => drawAll([{ ...seat, ...view }], more);
const heading = (html: string) => /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1];
const buttons = (html: string) => [...html.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, words]) => words);

/** The true buttons of the ticket: links and buttons that look like one. */
const actOf = (html: string) => {
  const stub = /<div class="stub">(.*?)<\/section>/.exec(html)?.[1] ?? "";
  return [...stub.matchAll(/<(?:a|button)[^>]*rounded-full[^>]*>(.*?)<\/(?:a|button)>/g)].map(([, words]) => words);
};
/** What is folded on the page itself, whether it stands open or not. */
const folds = (html: string, more = "") =>
  [...html.matchAll(new RegExp(`<details${more}[^>]*rounded-card[^>]*><summary[^>]*>(.*?)</summary>`, "g"))].map(
    ([, words]) => words,
  );

describe("the ticket", () => {
  const ended = later(DAY, session.startsAt);
  const replayed = { ...session, replayPublic: true };
  test.each<[string, Partial<SeatView>, Drawn, string[]]>([
    ["to come", {}, {}, ["Ajouter à mon agenda (.ics)"]],
    ["open", {}, { room: "/rejoindre/secret" }, ["Rejoindre la séance"]],
    ["waiting", { state: "waiting", position: 2 }, {}, []],
    [
      "offered",
      { state: "offered", offerExpiresAt: later(DAY) },
      {},
      ["Prendre cette place", "La laisser à quelqu’un d’autre"],
    ],
    ["given back", { state: "cancelled", undoUntil: later(DAY) }, {}, ["Reprendre ma place"]],
    ["given back for good", { state: "cancelled" }, {}, ["M’inscrire de nouveau"]],
    ["of an offer that went by", { state: "expired" }, {}, ["M’inscrire de nouveau"]],
    ["cancelled by the team", { webinar: { ...session, cancelledAt: AT } }, {}, ["Voir le programme"]],
    ["past", { cancellable: false }, { at: ended }, ["Voir la page de la séance"]],
    ["past, to see again", { cancellable: false, webinar: replayed }, { at: ended }, ["Revoir la séance"]],
    [
      "past, of who was there",
      { cancellable: false, present: true },
      { at: ended, who: person, certificate: "/x/attestation.pdf" },
      ["Télécharger mon attestation (PDF)"],
    ],
  ])("%s has one thing to do, after the day, the title and the state", (_, view, more, act) => {
    const html = draw(view, more);
    expect(actOf(html)).toEqual(act);
    const order = ['class="leaf', "Évaluer l’impact</a>", "(heure de Paris), en ligne", "<strong>", 'class="stub"'];
    const places = order.map((words) => html.indexOf(words));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  test("has beside it what opens again after what was done there", () => {
    const open = (done: string) => folds(draw({}, { who: person, done }), ' open=""');
    expect(open("question")).toEqual(["Mes questions"]);
    for (const done of ["informations", "rappels", "suivi"]) expect(open(done)).toEqual(["Ce que je peux changer"]);
    for (const done of ["annulation", "liens", "autre"]) expect(open(done)).toEqual([]);
  });
});

describe("the personal page on screen", () => {
  test("of a seat: the date in Paris, the calendars, and a button that posts", () => {
    const html = draw();
    expect(heading(html)).toBe("Votre inscription est enregistrée");
    for (const words of [
      "jeudi 21 janvier 2027",
      "13\u00A0h\u202F–\u2060\u202F14\u00A0h (heure de Paris)",
      "Évaluer l’impact",
      "Place réservée",
      "12\u00A0h\u00A045",
      'href="/x/agenda.ics"',
      "Rien ne vous y oblige",
    ])
      expect(html).toContain(words);
    expect(buttons(html)).toEqual(["Annuler mon inscription", "Recevoir mes liens par courriel"]);
  });

  test("shows and offers nothing of the person", () => {
    expect(draw()).not.toMatch(/Élodie|exemple\.fr|Effacer|Poser une|donnees\.json/);
  });
});

describe("each state of a seat", () => {
  test("waiting: the rank, and the way out", () => {
    const html = draw({ state: "waiting", position: 3 });
    expect(heading(html)).toBe("Vous êtes sur la liste d’attente");
    expect(html).toContain("position 3");
    expect(buttons(html)[0]).toBe("Quitter la liste d’attente");
    expect(html).not.toContain('name="reason"');
  });

  test("offered: until when, and both answers before anything else", () => {
    const html = draw({ state: "offered", offerExpiresAt: later(DAY) });
    expect(html).toContain("jusqu’au 12 janvier 2027 à 10\u00A0h (heure de Paris)");
    expect(buttons(html).slice(0, 2)).toEqual(["Prendre cette place", "La laisser à quelqu’un d’autre"]);
    expect(html.indexOf("Prendre cette place")).toBeLessThan(html.indexOf("<details"));
  });

  test("given back: the way back while there is one, and what it costs", () => {
    const html = draw({ state: "cancelled", undoUntil: later(DAY) });
    expect(heading(html)).toBe("Votre annulation est enregistrée");
    expect(html).toContain("S’il vous demande un dernier clic");
    expect(html).toContain("Sinon, vous rejoignez la fin de la liste d’attente");
    expect(buttons(html)[0]).toBe("Reprendre ma place");
    expect(draw({ state: "cancelled" })).toContain("M’inscrire de nouveau");
    expect(draw({ state: "cancelled", cancellable: false })).not.toContain("M’inscrire de nouveau");
    expect(draw({ state: "cancelled", webinar: { ...session, cancelledAt: AT } })).not.toContain("de nouveau");
  });

  test("an offer that went by, a session that was cancelled: what is left to do", () => {
    const gone = draw({ state: "expired" });
    expect(heading(gone)).toBe("La place proposée n’est plus gardée");
    expect(gone).toContain("M’inscrire de nouveau");
    const withdrawn = draw({ webinar: { ...session, cancelledAt: later(-DAY) } });
    expect(heading(withdrawn)).toBe("Cette séance est annulée");
    expect(buttons(withdrawn)).toEqual(["Recevoir mes liens par courriel"]);
  });

  test("running: the way into the room first, no more cancelling", () => {
    const html = draw({ cancellable: false }, { at: later(HOUR / 2, session.startsAt), room: "/rejoindre/secret" });
    expect(heading(html)).toBe("La séance a commencé");
    expect(actOf(html)).toEqual(["Rejoindre la séance"]);
    expect(html).not.toContain("Ce que je peux changer");
    expect(buttons(html)).toEqual(["Recevoir mes liens par courriel"]);
    const waiting = draw({ state: "waiting", cancellable: false }, { at: later(HOUR / 2, session.startsAt) });
    expect(heading(waiting)).toBe("La liste d’attente est close");
  });

  test("over, while the room is still open: says so everywhere, and nothing else", () => {
    const at = later(HOUR + 25 * 60_000, session.startsAt);
    const html = draw({ cancellable: false }, { who: person, at, room: "/rejoindre/secret" });
    expect(html).toContain("La salle est encore ouverte");
    expect(html).toMatch(/La séance devait finir à [^,]+, la salle est encore ouverte\./);
    expect(html).toContain("Rejoindre la séance");
    expect(html).not.toContain("Elle est terminée");
    expect(html).not.toContain("Vous y étiez");
    expect(draw({ cancellable: false }, { who: person, at })).toContain("Elle est terminée");
  });

  test("tells beforehand what following a cycle adds, and what leaving it may give back", () => {
    expect(draw({}, { who: person })).toContain("Et rendre mes 12 places à venir");
    const html = draw({}, { who: person, follows: false });
    expect(html).toContain(
      "11\u00A0séances s’ajoutent à vos inscriptions, en un seul message avec un seul fichier d’agenda.",
    );
  });

  test("a screen shows where the message goes, masked", () => {
    expect(draw()).toContain("e•••@e•••e.fr");
    expect(draw({}, { who: person })).not.toContain("•••");
  });

  test("over: the replay once it is public, the certificate of who was there", () => {
    const at = later(DAY, session.startsAt);
    const soon = draw({ cancellable: false }, { at });
    expect(heading(soon)).toBe("Vous aviez une place à cette séance");
    expect(soon).toContain("Voir la page de la séance");
    const html = draw(
      { cancellable: false, present: true, webinar: { ...session, replayPublic: true } },
      { at, who: person, certificate: "/x/attestation.pdf" },
    );
    expect(html).toContain("Revoir la séance");
    expect(html).toContain('href="/x/attestation.pdf"');
    expect(html).toContain("Vous y étiez");
  });

  test("moved: from when", () => {
    const moved = { ...session, previousStartsAt: new Date("2027-01-14T12:00:00Z") };
    expect(draw({ webinar: moved })).toContain("d’abord prévue le jeudi 14 janvier 2027");
  });
});

describe("a link that came by mail", () => {
  const html = draw({ questions: ["Comment faire ?"] }, { who: person });

  test("shows what one answered to the form of the session, and lets them correct it until it begins", () => {
    const fields = [
      { id: "a", kind: "line", label: "Votre rôle", hint: null, required: false, options: [] },
      { id: "b", kind: "yes_no", label: "En équipe ?", hint: null, required: true, options: [] },
    ] as const;
    const form = { fields: fields.map((field) => ({ ...field, options: [] })), answers: { a: "Élue" } };
    const asked = draw({ form }, { who: person });
    expect(asked).toContain("Vos réponses au formulaire");
    expect(asked).toMatch(/<input[^>]*name="champ-a"[^>]*value="Élue"|<input[^>]*value="Élue"[^>]*name="champ-a"/);
    expect(buttons(asked)).toContain("Enregistrer mes réponses");
    expect(asked).toContain("Corriger mes réponses");
    const unanswered = draw({ form: { ...form, answers: {} } }, { who: person });
    expect(unanswered).toMatch(/<details open[^>]*><summary[^>]*>Répondre</);
    expect(draw({ form, state: "waiting", position: 2 }, { who: person })).toContain("Vos réponses au formulaire");
    expect(draw({ form, cancellable: false }, { who: person, at: session.startsAt })).not.toContain("Vos réponses");
    expect(html).not.toContain("Vos réponses au formulaire");
  });

  test("says who one is, and lets them change, ask, refuse reminders, leave the cycle, take their data and be erased", () => {
    expect(heading(html)).toBe("Votre place est réservée");
    for (const words of [
      "Élodie D’Arc",
      "elodie@exemple.fr",
      "Comment faire\u202F?",
      "Cycle 2027",
      "six mois après la dernière séance",
    ])
      expect(html).toContain(words);
    expect(html).toContain("1\u00A0inscription, 1\u00A0cycle suivi et 3\u00A0messages envoyés à votre adresse");
    expect(html).toContain(`href="${paths.registrationExport("secret")}"`);
    expect(buttons(html)).toEqual([
      "Annuler mon inscription",
      "Enregistrer",
      "Vérifier cette adresse",
      "Ne plus recevoir de rappels",
      "Ne plus suivre ce cycle",
      "Envoyer ma question",
      "Effacer mes données",
    ]);
    expect(folds(html)).toEqual(["Ce que je peux changer", "Mes questions", "Mes données"]);
    expect(html).not.toContain("checked");
  });

  test("tells until which day one is known", () => {
    expect(draw({}, { who: person, follows: false })).toContain("le <strong>21 juillet 2027</strong>");
  });

  test("names each field once", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("several sessions", () => {
  const next = { ...seat, webinar: { ...session, slug: "allier-2027", title: "S'allier", startsAt: later(40 * DAY) } };
  const past = {
    ...seat,
    cancellable: false,
    webinar: { ...session, slug: "avant-2026", title: "Avant", startsAt: later(-40 * DAY) },
  };

  test("are listed with where each stands, the past ones folded away", () => {
    const html = drawAll([past, seat, { ...next, state: "waiting", position: 2 }], { who: person });
    expect(heading(html)).toBe("Vos inscriptions");
    expect(html).toContain("Liste d’attente, position 2");
    expect(html).toContain('href="/inscriptions/secret?seance=evaluer-2027"');
    expect(html).toMatch(/<details[^>]*><summary[^>]*>Vos séances passées.*Avant.*<\/details>/);
    expect(html).toContain("Effacer mes données");
  });

  test("give the certificate of those where somebody was, from the list", () => {
    const html = drawAll([past, seat], { who: person, certificate: "/inscriptions/secret/attestation.pdf" });
    expect(html).toMatch(/href="\/inscriptions\/secret\/attestation\.pdf"[^>]*>Attestation \(PDF\)/);
    expect(drawAll([past, seat], { who: person })).not.toContain("Attestation (PDF)");
  });

  test("are added to a calendar together", () => {
    expect(drawAll([seat, next])).toContain("Tout ajouter à mon agenda");
    expect(drawAll([seat, { ...next, state: "waiting", position: 1 }])).not.toContain("Tout ajouter à mon agenda");
  });

  test("one is shown alone when it is chosen, with the way back", () => {
    const html = drawAll([seat, next], { who: person }, "allier-2027");
    expect(heading(html)).toBe("Votre place est réservée");
    expect(html).toContain("Toutes mes inscriptions");
    expect(html).not.toContain("Effacer mes données");
    expect(heading(drawAll([seat, next], { who: person }, "inconnue"))).toBe("Vos inscriptions");
  });
});

test("what was just done is said, and nothing else that an address may carry", () => {
  expect(draw({}, { done: "question" })).toContain("Votre question est transmise");
  for (const done of ["toString", "<b>", ""]) expect(draw({}, { done })).not.toContain('role="status"');
});
