'use client';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import { cn } from '@/components/class-names';

interface ChoiceChipsProps<Value extends string> {
  label: string;
  value: Value;
  onValueChange(value: Value): void;
  options: { value: Value; label: string }[];
  /** The label is read aloud only. */
  hideLabel?: boolean;
}

/** One of a few choices, all of them in sight. */
export function ChoiceChips<Value extends string>(props: ChoiceChipsProps<Value>) {
  const { label, value, onValueChange, options, hideLabel } = props;
  const labelId = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <span id={labelId} className={cn('font-medium text-[13px] text-ink', hideLabel && 'sr-only')}>
        {label}
      </span>
      <RadioGroup
        aria-labelledby={labelId}
        value={value}
        onValueChange={onValueChange}
        className="flex flex-wrap gap-2"
      >
        {options.map((option) => (
          <Radio.Root
            key={option.value}
            value={option.value}
            className="inline-flex h-9 cursor-pointer select-none items-center rounded-full border border-line-strong px-3.5 text-sm outline-offset-2 transition-colors hover:bg-hover focus-visible:outline-2 focus-visible:outline-accent-line data-checked:border-accent data-checked:bg-accent-soft data-checked:font-medium data-checked:text-accent-text pointer-coarse:h-11"
          >
            {option.label}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
