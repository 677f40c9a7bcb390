import { Check } from 'lucide-react';

/**
 * The check box of a row. Unlike `Checkbox` it has no state and no handler of its own: the grid hears the click, and
 * thousands of rows stay cheap. It shows itself on hover, on touch while selecting, and when it is checked.
 */
export function RowCheckbox({ checked, label }: { checked: boolean; label: string }) {
  return (
    <span
      data-action="toggle"
      className="-m-1.5 group/box flex size-8 shrink-0 cursor-pointer items-center justify-center opacity-0 transition-opacity group-hover/row:opacity-100 group-focus-visible/row:opacity-100 group-data-selecting/grid:opacity-100 has-checked:opacity-100"
    >
      <input
        type="checkbox"
        readOnly
        checked={checked}
        tabIndex={-1}
        aria-label={label}
        className="peer absolute size-[18px] cursor-pointer appearance-none rounded-[5px] border border-line-strong bg-surface transition-colors checked:border-accent checked:bg-accent hover:border-ink-faint dark:bg-sunken"
      />
      <Check
        aria-hidden
        className="pointer-events-none relative size-3.5 text-on-accent opacity-0 peer-checked:opacity-100"
        strokeWidth={3}
      />
    </span>
  );
}
