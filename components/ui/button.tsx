'use client';
import { Button as BaseButton } from '@base-ui/react/button';
import type { VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from '@/components/class-names';
import { buttonClasses } from './button-classes';

export interface ButtonProps
  extends Omit<ComponentProps<typeof BaseButton>, 'className'>,
    VariantProps<typeof buttonClasses> {
  className?: string;
  /** Shows a turning ring and refuses clicks; the width stays. */
  busy?: boolean;
}

/** The push button: primary for the one main action of a place, danger for what cannot be undone. */
export function Button({ variant, size, className, busy = false, disabled, children, ...rest }: ButtonProps) {
  return (
    <BaseButton
      {...rest}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      focusableWhenDisabled={busy}
      className={cn(buttonClasses({ variant, size }), busy && 'relative', className)}
    >
      {busy && <LoaderCircle aria-hidden className="absolute animate-spin" />}
      <span className={cn('inline-flex items-center gap-2', busy && 'invisible')}>{children}</span>
    </BaseButton>
  );
}
