'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';

interface FieldProblems<Name extends string> {
  /** Goes on the form. */
  form: RefObject<HTMLFormElement | null>;
  /** What is wrong with each field, as sentences. */
  problems: Partial<Record<Name, string>>;
  /** Shows problems and takes focus to the first field that has one. */
  show(problems: Partial<Record<Name, string>>): void;
}

/** The problems of a form's fields, each shown at its field. */
export function useFieldProblems<Name extends string>(): FieldProblems<Name> {
  const form = useRef<HTMLFormElement>(null);
  const [problems, show] = useState<Partial<Record<Name, string>>>({});
  // After the render: only then does the input name its error, so that it is read aloud with the focus.
  useEffect(() => {
    if (Object.keys(problems).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  return { form, problems, show };
}
