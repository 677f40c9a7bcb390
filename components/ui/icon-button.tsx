'use client';
import { Button as BaseButton } from '@base-ui/react/button';
import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/components/class-names';
import { Tooltip } from './tooltip';

const iconButtonClasses = cva(
  [
    'inline-flex shrink-0 select-none items-center justify-center rounded-control text-ink-soft transition-colors hover:bg-hover hover:text-ink active:bg-press',
    'data-popup-open:bg-press data-popup-open:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent-text',
    'pointer-coarse:size-11 disabled:opacity-45 data-disabled:opacity-45 [&_svg]:shrink-0',
  ],
  {
    variants: {
      size: { small: 'size-7 [&_svg]:size-4', medium: 'size-9 [&_svg]:size-[18px]' },
    },
    defaultVariants: { size: 'medium' },
  },
);

export interface IconButtonProps
  extends Omit<ComponentProps<typeof BaseButton>, 'className' | 'children' | 'aria-label'>,
    VariantProps<typeof iconButtonClasses> {
  /** What it does: read aloud, and shown as a tooltip. */
  label: string;
  /** A key that does the same, shown in the tooltip. */
  shortcut?: string;
  className?: string;
  children: ReactNode;
}

/** A button that is only a picture; its label is its name and its tooltip. */
export function IconButton({ label, shortcut, size, className, children, ...rest }: IconButtonProps) {
  return (
    <Tooltip
      text={label}
      shortcut={shortcut}
      trigger={
        <BaseButton {...rest} aria-label={label} className={cn(iconButtonClasses({ size }), className)}>
          {children}
        </BaseButton>
      }
    />
  );
}
