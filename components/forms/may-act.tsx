"use client";

import { createContext, type ReactNode, use } from "react";

/** Whether who looks may change anything: forms of whoever may not show what they hold, and no button. */
const MayAct = createContext(true);

export const useMayAct = (): boolean => use(MayAct);

export const Acting = ({ may, children }: { may: boolean; children: ReactNode }) => (
  <MayAct value={may}>{children}</MayAct>
);

/** What leads to a form of its own. */
export const IfMayAct = ({ children }: { children: ReactNode }) => (useMayAct() ? children : null);
