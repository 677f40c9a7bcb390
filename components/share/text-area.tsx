'use client';
import { Field } from '@base-ui/react/field';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/components/class-names';
import { inputClasses } from '@/components/ui/text-field';

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'className'> {
  label: string;
  /** Shown under the text as long as there is no error. */
  hint?: ReactNode;
  /** What is wrong and what to do; tied to the text for assistive technology. */
  error?: string | null | undefined;
  className?: string;
}

/** A labelled text of some lines, with hint and error. It grows with what is written. */
export function TextArea({ label, hint, error, className, ...textarea }: TextAreaProps) {
  return (
    <Field.Root invalid={Boolean(error)} className={cn('flex flex-col gap-1.5', className)}>
      <Field.Label className="font-medium text-[13px] text-ink">{label}</Field.Label>
      <Field.Control
        render={<textarea {...textarea} />}
        className={cn(
          inputClasses,
          'field-sizing-content h-auto max-h-40 min-h-[68px] resize-none py-2 leading-5 pointer-coarse:h-auto',
        )}
      />
      {hint && !error && <Field.Description className="text-[13px] text-ink-faint">{hint}</Field.Description>}
      {error && (
        <Field.Error match className="text-[13px] text-danger-text">
          {error}
        </Field.Error>
      )}
    </Field.Root>
  );
}
