import { TextField } from "#components/forms/text-field";
import { Button } from "#components/ui/button";
import { Container } from "#components/ui/container";
import { Facts } from "#components/ui/facts";
import { PageHeader } from "#components/ui/page-header";
import type { CertificateCheck } from "#lib/attendance/schema";
import { IDLE } from "#lib/forms/state";
import { formatDay, formatHours } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

const WORDS: Record<CertificateCheck["state"] | "asked", { title: string; lead: string }> = {
  asked: {
    title: "Vérifier une attestation",
    lead: "Chaque attestation de participation délivrée par ce portail porte un code. Saisissez-le pour savoir ce qu’elle atteste.",
  },
  valid: {
    title: "Cette attestation est valable",
    lead: "Elle a été délivrée par ce portail. Comparez ce qui suit avec le document que vous avez sous les yeux.",
  },
  unknown: {
    title: "Aucune attestation ne porte ce code",
    lead: "Vérifiez-le sur le document, puis saisissez-le de nouveau. Six mois après la séance, ou à la demande de la personne, ses données sont effacées : une attestation authentique ne peut alors plus être vérifiée.",
  },
};

function Certified({ check: { name, webinar } }: { check: CertificateCheck & { state: "valid" } }) {
  return (
    <Facts
      facts={[
        { name: "Participation de", value: <strong>{name}</strong> },
        { name: "Séance", value: french(webinar.title) },
        { name: "Date", value: formatDay(webinar.startsAt) },
        { name: "Horaire", value: `${formatHours(webinar.startsAt, webinar.durationMinutes)} (heure de Paris)` },
      ]}
    />
  );
}

export function CertificateCheckScreen({ check }: { check?: CertificateCheck }) {
  const { title, lead } = WORDS[check?.state ?? "asked"];
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <Container>
        <div className="grid max-w-3xl gap-8 py-8 sm:py-10">
          {check?.state === "valid" && <Certified check={check} />}
          <form action={paths.certificateCheck()} className="grid max-w-md gap-4">
            <TextField
              state={IDLE}
              name="code"
              label={check ? "Vérifier un autre code" : "Code de l’attestation"}
              hint="Il est imprimé en bas du document. Majuscules, espaces et tirets n’ont pas d’importance."
              autoComplete="off"
              required
            />
            <div>
              <Button>Vérifier</Button>
            </div>
          </form>
        </div>
      </Container>
    </>
  );
}
