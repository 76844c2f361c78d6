import type { ReactNode } from "react";
import { SuccessNotice } from "#components/forms/success-notice";
import { Button } from "#components/ui/button";
import { Container } from "#components/ui/container";
import { Fold } from "#components/ui/fold";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { MOST_PAGES } from "#lib/dossier/schema";
import { weightWords } from "#lib/media/labels";
import { absolute, paths } from "#lib/platform/paths";
import { counted, excerpt, french } from "#lib/platform/text";
import type { CitedPage } from "#lib/ties/cited/schema";

export const DOSSIER_TITLE = "Mon dossier";
export const DOSSIER_LEAD =
  "Les pages que vous voulez garder, sur une feuille à imprimer ou à envoyer. Rien n’est gardé chez nous : tout est dans l’adresse de cette page.";

const EMPTY =
  "Il est vide. Sur les pages d’un document, d’une séance ou d’un parcours, choisissez «\u202FAjouter à mon dossier\u202F», ou cherchez ci-dessous. Gardez l’adresse de la page : elle contient votre dossier. Si votre navigateur exécute les scripts, il s’en souvient aussi.";
const LEAD_LENGTH = 160;
const field = "block min-h-12 w-full rounded-full border-2 border-control bg-surface px-5 text-base text-ink";

type Props = {
  pages: readonly CitedPage[];
  words: string;
  proposals: readonly { href: string; title: string; nature: string }[];
  /** What an archive of it would hold. */
  files: readonly { bytes: number }[];
  sent: boolean;
  siteUrl: string;
  /** The form that sends it. */
  children: ReactNode;
};

const hrefs = (pages: readonly CitedPage[]) => pages.map(({ href }) => href);

function Entry({ page, pages, siteUrl }: { page: CitedPage; pages: readonly CitedPage[]; siteUrl: string }) {
  const { href, title, lead, origin, opens } = page;
  return (
    <li className="border-line border-b py-4">
      <h2 className="text-xl">
        <a href={href}>{french(title)}</a>
      </h2>
      <p>{french(excerpt(lead, LEAD_LENGTH))}</p>
      <p className="text-muted text-sm">
        {french(origin)}
        {!opens && " · À retrouver"}
        <span className="hidden print:block">{absolute(siteUrl, href)}</span>{" "}
        <a
          href={paths.dossier(hrefs(pages).filter((one) => one !== href))}
          rel="nofollow"
          aria-label={french(`Retirer du dossier : ${title}`)}
          className="no-print ml-2 inline-flex min-h-11 items-center"
        >
          Retirer
        </a>
      </p>
    </li>
  );
}

/** What is chosen goes along with each form. */
const Held = ({ names }: { names: readonly string[] }) =>
  names.map((name) => <input key={name} type="hidden" name="contenu" value={name} />);

function Finder({ pages, words, proposals }: Pick<Props, "pages" | "words" | "proposals">) {
  const names = hrefs(pages).map(paths.dossierName);
  return (
    <Section title="Ajouter une page">
      <search>
        <form action={paths.dossier()} className="flex max-w-xl flex-wrap items-end gap-3">
          <label className="min-w-0 grow basis-60 font-semibold">
            Chercher sur le portail
            <input type="search" name="q" maxLength={200} defaultValue={words} className={field} />
          </label>
          <Held names={names} />
          <Button look="secondary">Chercher</Button>
        </form>
      </search>
      {words && proposals.length === 0 && <p className="mt-4">Rien d’autre ne répond à ces mots.</p>}
      {proposals.length > 0 && (
        <ul className="mt-4">
          {proposals.map(({ href, title, nature }) => (
            <li key={href}>
              <a
                href={paths.dossier([...hrefs(pages), href])}
                rel="nofollow"
                className="inline-flex min-h-11 items-center py-1"
              >
                {french(`Ajouter : ${title} (${nature.toLowerCase()})`)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Fold look="line" summary="Reprendre un autre dossier">
        <form action={paths.dossier()} className="flex max-w-xl flex-wrap items-end gap-3">
          <label className="min-w-0 grow basis-60 font-semibold">
            Son adresse, copiée de votre navigateur ou d’un message
            <input type="text" name="avec" maxLength={8000} className={field} />
          </label>
          <Held names={names} />
          <Button look="secondary">Reprendre</Button>
        </form>
      </Fold>
    </Section>
  );
}

/** What a click brings is in its words (RGAA 13.3). */
function Archive({ pages, files }: Pick<Props, "pages" | "files">) {
  if (files.length === 0) return null;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <p className="no-print mt-4">
      <a
        href={paths.dossierFiles(hrefs(pages))}
        rel="nofollow"
        className="inline-flex min-h-11 items-center font-semibold"
      >
        {`Télécharger ${counted(files.length, "fichier", "fichiers")} (archive ZIP, ${weightWords(bytes)})`}
      </a>
    </p>
  );
}

export function DossierScreen({ pages, words, proposals, files, sent, siteUrl, children }: Props) {
  const full = pages.length >= MOST_PAGES;
  return (
    <>
      <PageHeader title={DOSSIER_TITLE} lead={DOSSIER_LEAD}>
        {pages.length > 0 && (
          <p>
            {counted(pages.length, "page", "pages")}.{" "}
            <a href={`${paths.dossier()}?vider=oui`} rel="nofollow" className="no-print">
              Vider le dossier
            </a>
          </p>
        )}
      </PageHeader>
      <Container>
        {sent && (
          <SuccessNotice
            title="Le dossier part à cette adresse."
            more="Le message arrive dans la minute. Regardez aussi dans les indésirables."
          />
        )}
        {pages.length > 0 ? (
          <ul className="max-w-3xl pt-4">
            {pages.map((page) => (
              <Entry key={page.href} page={page} pages={pages} siteUrl={siteUrl} />
            ))}
          </ul>
        ) : (
          <p className="max-w-prose pt-8">{french(EMPTY)}</p>
        )}
        <Archive pages={pages} files={files} />
        {full ? (
          <p className="no-print mt-6">{french("Le dossier est plein : vingt pages au plus.")}</p>
        ) : (
          <div className="no-print">
            <Finder pages={pages} words={words} proposals={proposals} />
          </div>
        )}
        {pages.length > 0 && (
          <div className="no-print max-w-xl">
            <Section title="Le recevoir par mail">{children}</Section>
          </div>
        )}
      </Container>
      <script type="module" async src="/dossier.js" />
    </>
  );
}
