import type { Page } from "@playwright/test";
import { expect } from "#tests/support/journey";

/** The account that the journey « first administrator » creates, and that the others use. */
export const ADMINISTRATOR = {
  name: "Dominique Équipe",
  email: "dominique@exemple.fr",
  password: "une phrase assez longue",
};

/** Signs in through the page. */
export async function signIn(page: Page, password = ADMINISTRATOR.password): Promise<void> {
  await page.goto("/connexion");
  await page.getByRole("textbox", { name: "Adresse électronique" }).fill(ADMINISTRATOR.email);
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
}

/** Signs in and waits for the dashboard. */
export async function enter(page: Page): Promise<void> {
  await signIn(page);
  await expect(page.getByRole("heading", { level: 1, name: "Tableau de bord" })).toBeVisible();
}
