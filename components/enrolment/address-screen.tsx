import { AdoptAddressForm } from "#components/enrolment/person-forms";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import type { FormAction } from "#lib/forms/state";

export const ADDRESS_TITLE = "Confirmer cette adresse\u202F?";

type Props = {
  action: FormAction;
  token: string;
  email: string;
};

export function AddressScreen({ action, token, email }: Props) {
  return (
    <>
      <PageHeader
        title={ADDRESS_TITLE}
        lead={`Vos inscriptions, vos rappels et vos liens suivront ${email}. Les liens reçus à l’ancienne adresse ne s’ouvriront plus.`}
      />
      <Container>
        <div className="max-w-3xl py-8 sm:py-10">
          <AdoptAddressForm action={action} token={token} />
        </div>
      </Container>
    </>
  );
}
