"use client";

import { useEffect, useRef } from "react";
import { controlStyle } from "#components/forms/field";
import { paths } from "#lib/platform/paths";

const KEY = "/";
const WRITTEN_IN = "input, textarea, select, [contenteditable]";

/** Looks for people, resources, sessions and screens from everywhere; « / » leads to it where nothing is being written. */
export function QuickSearch() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const lead = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (key !== KEY || ctrlKey || metaKey || altKey) return;
      if (target instanceof Element && target.closest(WRITTEN_IN)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener("keydown", lead);
    return () => document.removeEventListener("keydown", lead);
  }, []);
  return (
    <search className="order-last w-full py-2 md:order-none md:w-auto md:min-w-52 lg:min-w-80 md:py-0">
      <form action={paths.adminList("recherche")}>
        <label htmlFor="recherche-rapide" className="sr-only">
          Chercher une personne, une ressource, une séance, un écran
        </label>
        <input
          ref={field}
          id="recherche-rapide"
          name="q"
          type="search"
          maxLength={200}
          placeholder="Chercher partout   /"
          aria-keyshortcuts={KEY}
          autoComplete="off"
          className={controlStyle}
        />
      </form>
    </search>
  );
}
