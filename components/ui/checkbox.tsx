'use client';
import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/components/class-names';

interface CheckboxProps extends Omit<ComponentProps<typeof BaseCheckbox.Root>, 'className' | 'children'> {
  /** Visible text beside the box; without it give `aria-label`. */
  label?: ReactNode;
  className?: string;
}

/** A check box with an optional label; the whole line is the target. */
export function Checkbox({ label, className, indeterminate, ...rest }: CheckboxProps) {
  const box = (
    <BaseCheckbox.Root
      {...rest}
      indeterminate={indeterminate ?? false}
      className={cn(
        'relative inline-flex size-[18px] shrink-0 items-center justify-center rounded-[5px] border border-line-strong bg-surface transition-colors after:absolute after:-inset-1 hover:border-ink-faint data-checked:border-accent data-indeterminate:border-accent data-checked:bg-accent data-indeterminate:bg-accent data-disabled:opacity-50 dark:bg-sunken',
        className,
      )}
    >
      <BaseCheckbox.Indicator className="text-on-accent data-unchecked:hidden">
        {indeterminate ? (
          <Minus className="size-3.5" strokeWidth={3} />
        ) : (
          <Check className="size-3.5" strokeWidth={3} />
        )}
      </BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  );
  if (label === undefined) return box;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the Base UI check box inside is the labelled control
    <label className="flex min-h-6 cursor-pointer items-center gap-2.5 text-sm pointer-coarse:min-h-11">
      {box}
      <span>{label}</span>
    </label>
  );
}
