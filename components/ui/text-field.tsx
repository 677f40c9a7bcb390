'use client';
import { Field } from '@base-ui/react/field';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/components/class-names';

/** The look of a text input, for places where a whole field does not fit. */
export const inputClasses =
  'h-10 w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-sm text-ink transition-colors placeholder:text-ink-faint hover:border-ink-faint focus-visible:border-accent-line focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-accent-line data-invalid:border-danger-text disabled:cursor-not-allowed disabled:opacity-60 pointer-coarse:h-11 pointer-coarse:text-base dark:bg-sunken';

export interface TextFieldProps extends Omit<ComponentProps<typeof Field.Control>, 'className'> {
  label: string;
  /** Shown under the input as long as there is no error. */
  hint?: ReactNode;
  /** What is wrong and what to do; tied to the input for assistive technology. */
  error?: string | null | undefined;
  /** Stands at the right inside the input, e.g. a button that shows the password. */
  suffix?: ReactNode;
  className?: string;
  /** The label is read aloud only. */
  hideLabel?: boolean;
}

/** A labelled text input with hint and error. */
export function TextField({ label, hint, error, suffix, className, hideLabel, ...input }: TextFieldProps) {
  return (
    <Field.Root invalid={Boolean(error)} className={cn('flex flex-col gap-1.5', className)}>
      <Field.Label className={cn('font-medium text-[13px] text-ink', hideLabel && 'sr-only')}>
        {label}
      </Field.Label>
      <span className="relative flex">
        <Field.Control {...input} className={cn(inputClasses, suffix != null && 'pr-11')} />
        {suffix != null && <span className="absolute inset-y-0 right-1 flex items-center">{suffix}</span>}
      </span>
      {hint && !error && <Field.Description className="text-[13px] text-ink-faint">{hint}</Field.Description>}
      {error && (
        <Field.Error match className="text-[13px] text-danger-text">
          {error}
        </Field.Error>
      )}
    </Field.Root>
  );
}
