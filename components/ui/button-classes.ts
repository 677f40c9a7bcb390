import { cva } from 'class-variance-authority';

/** Classes of a button, for links that look like one. */
export const buttonClasses = cva(
  [
    'inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control border font-medium transition-colors',
    'pointer-coarse:min-h-11 disabled:cursor-not-allowed disabled:opacity-50 data-disabled:cursor-not-allowed data-disabled:opacity-50',
    '[&_svg]:size-4 [&_svg]:shrink-0',
  ],
  {
    variants: {
      variant: {
        primary:
          'border-transparent bg-accent text-on-accent shadow-low hover:bg-accent-hover active:bg-accent-press',
        secondary: 'border-line bg-surface text-ink shadow-low hover:bg-hover active:bg-press dark:bg-raised',
        quiet: 'border-transparent text-ink-soft hover:bg-hover hover:text-ink active:bg-press',
        danger: 'border-transparent bg-danger text-on-danger shadow-low hover:bg-danger-hover',
      },
      size: { small: 'h-8 px-3 text-[13px]', medium: 'h-9 px-3.5 text-sm', large: 'h-11 px-5 text-[15px]' },
    },
    defaultVariants: { variant: 'secondary', size: 'medium' },
  },
);
