import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CertificateCheckScreen } from "#components/attendance/certificate-check";
import { readCode } from "#lib/attendance/rules";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Vérifier une attestation", robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CertificateCheckPage({ searchParams }: Props) {
  const { code } = await searchParams;
  const typed = typeof code === "string" ? readCode(code) : "";
  if (typed) redirect(paths.certificateCheck(typed));
  return <CertificateCheckScreen />;
}
