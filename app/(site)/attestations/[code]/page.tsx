import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CertificateCheckScreen } from "#components/attendance/certificate-check";
import { checkCertificate } from "#lib/attendance/queries";
import { readCode } from "#lib/attendance/rules";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = {
  title: "Vérification d’une attestation",
  robots: { index: false, follow: false },
};

export default async function CertificatePage({ params }: { params: Promise<{ code: string }> }) {
  const code = decodeURIComponent((await params).code);
  const given = readCode(code);
  if (given && given !== code) redirect(paths.certificateCheck(given));
  return <CertificateCheckScreen check={await checkCertificate(code)} />;
}
