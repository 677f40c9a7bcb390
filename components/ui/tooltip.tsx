'use client';
import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import { Keys } from './keys';

interface TooltipProps {
  text: string;
  shortcut?: string | undefined;
  /** The element it explains; it must have its own accessible name. */
  trigger: ReactElement;
  side?: 'top' | 'bottom' | 'left' | 'right';
}

/** A short explanation on hover and keyboard focus. Never the only place of a fact. */
export function Tooltip({ text, shortcut, trigger, side = 'bottom' }: TooltipProps) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={trigger} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} className="z-60">
          <BaseTooltip.Popup className="flex max-w-72 items-center gap-2 rounded-md bg-toast px-2 py-1 text-on-toast text-xs shadow-mid transition-opacity data-ending-style:opacity-0 data-instant:duration-0 data-starting-style:opacity-0">
            {text}
            {shortcut && <Keys keys={shortcut} tone="onDark" />}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
