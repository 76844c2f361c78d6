import type { Metadata } from "next";
import { CertificateCheckScreen } from "#components/attendance/certificate-check";
import { checkCertificate } from "#lib/attendance/queries";

export const metadata: Metadata = {
  title: "Vérification d’une attestation",
  robots: { index: false, follow: false },
};

export default async function CertificatePage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  return <CertificateCheckScreen check={await checkCertificate(decodeURIComponent(code))} />;
}
