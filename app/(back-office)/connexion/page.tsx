import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { signIn } from "#app/(back-office)/connexion/actions";
import { Gate } from "#components/back-office/gate";
import { SignInForm } from "#components/back-office/sign-in-form";
import { currentEditor } from "#lib/auth/session";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Connexion" };

export default async function SignIn() {
  if (await currentEditor()) redirect(paths.admin());
  return (
    <Gate
      title="Connexion"
      lead="Pour l’équipe qui tient le portail. Les inscriptions aux webinaires se font sans compte."
    >
      <SignInForm action={signIn} />
    </Gate>
  );
}
