import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { giveCode } from "#app/(back-office)/connexion/code/actions";
import { CodeForm } from "#components/back-office/accounts/code-form";
import { Gate } from "#components/back-office/auth/sign-in-layout";
import { safeReturnPath } from "#lib/edge/return-path";
import { currentStep } from "#lib/edge/session";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Code de connexion" };

type Props = { searchParams: Promise<{ retour?: string | string[] }> };

export default async function SignInCode({ searchParams }: Props) {
  const back = safeReturnPath((await searchParams).retour);
  if (!(await currentStep())) redirect(paths.signIn({ retour: back ?? undefined }));
  return (
    <Gate title="Votre code" lead="Votre mot de passe est le bon. Reste à montrer que vous avez votre téléphone.">
      <CodeForm action={giveCode} back={back ?? ""} />
    </Gate>
  );
}
