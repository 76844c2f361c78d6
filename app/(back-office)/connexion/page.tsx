import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { signIn } from "#app/(back-office)/connexion/actions";
import { CookiesRefused, LostForm, SignInForm, SignInNews } from "#components/back-office/auth/sign-in-form";
import { Gate } from "#components/back-office/auth/sign-in-layout";
import { issueFormToken } from "#lib/abuse/form-token";
import { hasJustSignedIn } from "#lib/edge/just-signed-in";
import { safeReturnPath } from "#lib/edge/return-path";
import { currentSession } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Connexion" };

type Query = Partial<Record<"retour" | "perdu" | "essai" | "fait", string | string[]>>;

export default async function SignIn({ searchParams }: { searchParams: Promise<Query> }) {
  const { retour, perdu, essai, fait } = await searchParams;
  const back = safeReturnPath(retour);
  if (await currentSession()) redirect(back ?? paths.admin());
  return (
    <Gate
      title="Connexion"
      lead="Pour l’équipe qui tient le portail. Les inscriptions aux webinaires se font sans compte."
    >
      <SignInNews done={fait} />
      {hasJustSignedIn(essai, now()) && <CookiesRefused />}
      {back && perdu !== undefined && <LostForm />}
      <SignInForm action={signIn} formToken={issueFormToken(now())} back={back ?? ""} />
    </Gate>
  );
}
