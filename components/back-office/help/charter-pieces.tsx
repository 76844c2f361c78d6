import type { ComponentProps, ReactNode } from "react";
import { Panel } from "#components/back-office/screen";
import { Button, type ButtonLook, LinkButton } from "#components/ui/button";
import { Card, CardGrid } from "#components/ui/card";
import { CountBars } from "#components/ui/count-bars";
import { Facts } from "#components/ui/facts";
import { FilterLinks } from "#components/ui/filter-links";
import { Fold } from "#components/ui/fold";
import { Notice } from "#components/ui/notice";
import { OutgoingLink } from "#components/ui/outgoing-link";
import { Pagination } from "#components/ui/pagination";
import { Prose } from "#components/ui/prose";
import { Section } from "#components/ui/section";
import { ShareBar } from "#components/ui/share-bar";
import { Tag } from "#components/ui/tag";
import { WithAside } from "#components/ui/with-aside";
import { WithFilters } from "#components/ui/with-filters";
import { paths } from "#lib/platform/paths";

const HERE = paths.adminList("charte");
/** As long as what somebody may paste somewhere. */
const ENDLESS = "https://exemple.fr/un-chemin-sans-fin".concat("-et-encore".repeat(9));
const TEXT =
  "Une alliance se prépare\u00A0: ce que chacun apporte, ce que chacun attend, et comment on le saura dans un an.";

const buttons: Record<ButtonLook, string> = {
  primary: "S’inscrire",
  secondary: "Voir le programme",
  danger: "Annuler",
};

/** A look that is added must be shown here: it has no word else, and types refuse it. */
type Looks<Props extends { look?: string }> = Record<NonNullable<Props["look"]>, string>;

const tags: Looks<ComponentProps<typeof Tag>> = {
  plain: "Guide",
  need: "Définir sa stratégie",
  doubt: "À confirmer",
  strong: "En ligne",
};
const notices: Looks<ComponentProps<typeof Notice>> = {
  information: "La séance est enregistrée, vous pourrez la revoir.",
  success: "Votre inscription est confirmée.",
  warning: "Il reste deux places.",
  danger: "La séance est annulée.",
};
const folds: Looks<ComponentProps<typeof Fold>> = {
  line: "Dans un texte",
  card: "Sur une page",
  inset: "Dans un cadre",
  choices: "Des choix, repliés sur un téléphone",
  reading: "À lire, replié sur un téléphone",
};

const PROSE = `### Un titre dans un texte

Un paragraphe avec du **gras**, de l’*italique*, un [lien d’ici](/besoins) et un [lien d’ailleurs](https://www.associations.gouv.fr).

- un premier point\u202F;
- un second, plus long, pour que la ligne revienne sous elle-même et montre où elle commence.

1. d’abord\u202F;
2. ensuite.

> Une citation garde sa marge.

| Qui | Ce qu’il apporte |
|---|---|
| Commune | un lieu, des habitantes et des habitants |
| Entreprise | des compétences |
`;

const Row = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-3">{children}</div>
);

/** What pages are made of, in every state. */
export function CharterPieces() {
  return (
    <>
      <Panel title="Boutons et liens">
        <form className="grid gap-4">
          <Row>
            {(Object.keys(buttons) as ButtonLook[]).map((look) => (
              <Button key={look} look={look} name="bouton" value={look}>
                {buttons[look]}
              </Button>
            ))}
          </Row>
          <Row>
            {(Object.keys(buttons) as ButtonLook[]).map((look) => (
              <LinkButton key={look} href={HERE} look={look}>
                {`${buttons[look]} (lien)`}
              </LinkButton>
            ))}
            <LinkButton href={HERE} look="secondary" apart>
              Ouvrir (nouvel onglet)
            </LinkButton>
          </Row>
          <LinkButton href={HERE}>
            Un bouton dont les mots sont si nombreux qu’ils passent à la ligne sur un téléphone
          </LinkButton>
        </form>
        <p className="mt-4">
          <a href={HERE}>Un lien</a>,{" "}
          <OutgoingLink href="https://www.associations.gouv.fr">associations.gouv.fr</OutgoingLink>,{" "}
          <a href={HERE}>{ENDLESS}</a>
        </p>
      </Panel>
      <Panel title="Étiquettes">
        {Object.entries(tags).map(([look, words]) => (
          <Tag key={look} look={look as keyof typeof tags}>
            {words}
          </Tag>
        ))}
      </Panel>
      <Panel title="Avis">
        <div className="grid gap-4">
          {Object.entries(notices).map(([look, words]) => (
            <Notice key={look} look={look as keyof typeof notices} title={words}>
              <p>{TEXT}</p>
            </Notice>
          ))}
          <Notice>Sans titre.</Notice>
        </div>
      </Panel>
      <Panel title="Replis">
        <div className="grid gap-4">
          {Object.entries(folds).map(([look, words]) => (
            <Fold key={look} look={look as keyof typeof folds} summary={words}>
              <p>{TEXT}</p>
            </Fold>
          ))}
          <Fold look="card" summary="Ouvert" open>
            <p>{TEXT}</p>
          </Fold>
        </div>
      </Panel>
      <Panel title="Cartes">
        <CardGrid>
          <Card element="li">
            <h3>
              <a href={HERE}>Une carte, dont le titre est un lien</a>
            </h3>
            <p>{TEXT}</p>
          </Card>
          <Card element="li" large>
            <p>Une carte en grand.</p>
          </Card>
          <Card element="li">
            <p>{ENDLESS}</p>
          </Card>
        </CardGrid>
      </Panel>
      <Panel title="Faits, parts et comptes">
        <div className="grid gap-6">
          <Facts
            facts={[
              { name: "Quand", value: "jeudi 21 janvier 2027, 13\u202Fh –\u2060\u202F14\u202Fh" },
              { name: "Adresse", value: ENDLESS },
              { name: "Sans valeur, donc absent", value: null },
            ]}
          />
          {[0, 46, 100].map((percentage) => (
            <ShareBar key={percentage} percentage={percentage} />
          ))}
          <CountBars
            caption="Qui s’inscrit"
            what="Profil"
            unit="Personnes"
            bars={[
              { label: "Maire, élue ou élu", count: 1234 },
              { label: "Association", count: 7 },
              { label: "Entreprise", count: 0 },
            ]}
          />
          <CountBars
            caption="Personne encore"
            what="Profil"
            unit="Personnes"
            bars={[{ label: "Association", count: 0 }]}
          />
        </div>
      </Panel>
      <Panel title="Choisir et tourner les pages">
        <WithFilters
          filters={
            <FilterLinks
              title="Pour qui"
              options={[
                { label: "Tout le monde", href: HERE, current: true },
                { label: "Communes", href: `${HERE}?pour=communes`, current: false, count: 12 },
                { label: "Personne", href: `${HERE}?pour=personne`, current: false, count: 0 },
              ]}
            />
          }
        >
          {[1, 2, 3].map((page) => (
            <Pagination
              key={page}
              page={page}
              pageCount={3}
              hrefOf={(other) => `${HERE}?page=${other}`}
              label={`Pages, à la ${page}`}
            />
          ))}
        </WithFilters>
      </Panel>
      <Panel title="Texte">
        <WithAside label="À côté" aside={<p>Ce qui va avec le texte, à côté s’il y a la place.</p>}>
          <Prose markdown={PROSE} />
        </WithAside>
        <Section title="Une partie de page" lead="Ce qu’elle contient." more={{ label: "Tout voir", href: HERE }}>
          <p>{TEXT}</p>
        </Section>
      </Panel>
    </>
  );
}
