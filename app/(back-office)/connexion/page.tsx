import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { signIn } from "#app/(back-office)/connexion/actions";
import { LostForm, SignInForm } from "#components/back-office/auth/sign-in-form";
import { Gate } from "#components/back-office/auth/sign-in-layout";
import { safeReturnPath } from "#lib/edge/return-path";
import { currentEditor } from "#lib/edge/session";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Connexion" };

type Props = { searchParams: Promise<{ retour?: string | string[]; perdu?: string | string[] }> };

export default async function SignIn({ searchParams }: Props) {
  const { retour, perdu } = await searchParams;
  const back = safeReturnPath(retour);
  if (await currentEditor()) redirect(back ?? paths.admin());
  return (
    <Gate
      title="Connexion"
      lead="Pour l’équipe qui tient le portail. Les inscriptions aux webinaires se font sans compte."
    >
      {back && perdu !== undefined && <LostForm />}
      <SignInForm action={signIn} back={back ?? ""} />
    </Gate>
  );
}
