import type { Metadata } from "next";
import { findMyLinks } from "#app/(site)/inscriptions/retrouver/actions";
import { LinksForm } from "#components/people/links-form";
import { LinksScreen } from "#components/people/links-screen";

export const metadata: Metadata = { title: "Recevoir à nouveau vos liens", robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FindRegistrationsPage({ searchParams }: Props) {
  const { envoye, effacees } = await searchParams;
  const step = effacees !== undefined ? "erased" : envoye !== undefined ? "asked" : "form";
  return (
    <LinksScreen step={step}>
      <LinksForm action={findMyLinks} />
    </LinksScreen>
  );
}
