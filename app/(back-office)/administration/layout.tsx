import type { Metadata } from "next";
import type { ReactNode } from "react";
import { signOut } from "#app/(back-office)/administration/actions";
import { BackOfficeFrame } from "#components/back-office/frame";
import { may } from "#lib/auth/abilities";
import { requireViewer } from "#lib/edge/session";

export const metadata: Metadata = { title: { default: "Administration", template: "%s – Administration" } };

export default async function AdministrationLayout({ children }: { children: ReactNode }) {
  const { name, role } = await requireViewer();
  return (
    <BackOfficeFrame who={name} signOut={signOut} mayAct={may(role, "write")}>
      {children}
    </BackOfficeFrame>
  );
}
