'use client';
import { Select as BaseSelect } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { cn } from '@/components/class-names';
import { inputClasses } from './text-field';

interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  onValueChange(value: Value): void;
  options: { value: Value; label: string }[];
  /** The label is read aloud only. */
  hideLabel?: boolean;
  disabled?: boolean;
  className?: string;
}

/** One choice of a short list. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, onValueChange, options, hideLabel, disabled, className } = props;
  return (
    <BaseSelect.Root
      value={value}
      items={options}
      disabled={disabled ?? false}
      onValueChange={(next) => next !== null && onValueChange(next)}
    >
      <div className={cn('flex flex-col gap-1.5', className)}>
        <BaseSelect.Label className={cn('font-medium text-[13px] text-ink', hideLabel && 'sr-only')}>
          {label}
        </BaseSelect.Label>
        <BaseSelect.Trigger
          className={cn(inputClasses, 'flex cursor-pointer items-center justify-between gap-2 text-left')}
        >
          <BaseSelect.Value className="truncate" />
          <BaseSelect.Icon>
            <ChevronDown aria-hidden className="size-4 text-ink-faint" />
          </BaseSelect.Icon>
        </BaseSelect.Trigger>
      </div>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-60">
          <BaseSelect.Popup className="max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-card border border-line bg-raised p-1 text-ink shadow-mid outline-none transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {options.map((option) => (
              <BaseSelect.Item
                key={option.value}
                value={option.value}
                className="flex h-8 cursor-pointer select-none items-center gap-2 rounded-md pr-3 pl-2 text-sm outline-none data-highlighted:bg-hover pointer-coarse:h-11 dark:data-highlighted:bg-press"
              >
                <span className="flex size-4 items-center justify-center">
                  <BaseSelect.ItemIndicator>
                    <Check aria-hidden className="size-4 text-accent-text" />
                  </BaseSelect.ItemIndicator>
                </span>
                <BaseSelect.ItemText>{option.label}</BaseSelect.ItemText>
              </BaseSelect.Item>
            ))}
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
