'use client';
import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { cn } from '@/components/class-names';
import { Keys } from './keys';

const itemClasses =
  'flex min-h-9 cursor-pointer select-none items-center gap-3 rounded-md px-2.5 text-sm outline-none pointer-coarse:min-h-11 data-disabled:cursor-default data-disabled:opacity-50 data-highlighted:bg-hover dark:data-highlighted:bg-press [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-soft';

interface MenuPanelProps {
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom' | 'left' | 'right';
  /** What the menu hangs at when it has no trigger: an element, or a point of the screen. */
  anchor?: ComponentProps<typeof BaseMenu.Positioner>['anchor'];
  finalFocus?: ComponentProps<typeof BaseMenu.Popup>['finalFocus'];
}

/** The floating panel of a menu, inside `MenuRoot`. */
export function MenuPanel({
  children,
  align = 'start',
  side = 'bottom',
  anchor,
  finalFocus,
}: MenuPanelProps) {
  return (
    <BaseMenu.Portal>
      <BaseMenu.Positioner
        align={align}
        side={side}
        anchor={anchor}
        sideOffset={4}
        className="z-60 outline-none"
      >
        <BaseMenu.Popup
          finalFocus={finalFocus}
          className="max-h-(--available-height) min-w-52 origin-(--transform-origin) overflow-y-auto rounded-card border border-line bg-raised p-1 text-ink shadow-mid outline-none transition-[opacity,scale] duration-120 data-ending-style:scale-[0.98] data-starting-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          {children}
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  );
}

/** A menu without a trigger of its own: control it with `open`, place it with the panel's `anchor`. */
export const MenuRoot = BaseMenu.Root;

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom' | 'left' | 'right';
  children: ReactNode;
}

/** A button with a menu of commands. */
export function Menu({ trigger, children, align, side }: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <MenuPanel align={align ?? 'start'} side={side ?? 'bottom'}>
        {children}
      </MenuPanel>
    </BaseMenu.Root>
  );
}

interface MenuItemProps {
  icon?: LucideIcon | undefined;
  children: ReactNode;
  onClick(): void;
  /** A key that does the same. */
  shortcut?: string | undefined;
  disabled?: boolean;
  /** Why it is disabled, or one more line of meaning. */
  note?: string | undefined;
  danger?: boolean;
}

/** One command. */
export function MenuItem({ icon: Icon, children, onClick, shortcut, disabled, note, danger }: MenuItemProps) {
  return (
    <BaseMenu.Item
      onClick={onClick}
      disabled={disabled ?? false}
      className={cn(itemClasses, danger && 'text-danger-text [&>svg]:text-danger-text')}
    >
      {Icon && <Icon aria-hidden />}
      <span className="flex min-w-0 flex-1 flex-col py-1.5">
        <span className="truncate">{children}</span>
        {note && <span className="text-ink-faint text-xs">{note}</span>}
      </span>
      {shortcut && (
        <span className="pl-4 pointer-coarse:hidden">
          <Keys keys={shortcut} />
        </span>
      )}
    </BaseMenu.Item>
  );
}

interface MenuLinkProps {
  icon?: LucideIcon;
  href: string;
  children: ReactNode;
  render?: ComponentProps<typeof BaseMenu.LinkItem>['render'];
}

/** A line that goes somewhere. Pass `render={<Link href=… />}` for places inside the app. */
export function MenuLink({ icon: Icon, href, children, render }: MenuLinkProps) {
  return (
    <BaseMenu.LinkItem href={href} render={render} closeOnClick className={itemClasses}>
      {Icon && <Icon aria-hidden />}
      <span className="truncate">{children}</span>
    </BaseMenu.LinkItem>
  );
}

/** A hairline between groups of commands. */
export function MenuSeparator() {
  return <BaseMenu.Separator className="mx-1 my-1 h-px bg-line" />;
}

interface MenuChoiceProps<Value extends string> {
  label: string;
  value: Value;
  onValueChange(value: Value): void;
  options: { value: Value; label: string; icon?: LucideIcon }[];
}

/** A titled group of which one is chosen. */
export function MenuChoice<Value extends string>(props: MenuChoiceProps<Value>) {
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className="px-2.5 pt-2 pb-1 font-medium text-ink-faint text-xs">
        {props.label}
      </BaseMenu.GroupLabel>
      <BaseMenu.RadioGroup value={props.value} onValueChange={props.onValueChange}>
        {props.options.map(({ value, label, icon: Icon }) => (
          <BaseMenu.RadioItem key={value} value={value} className={itemClasses}>
            {Icon && <Icon aria-hidden />}
            <span className="flex-1 truncate">{label}</span>
            <BaseMenu.RadioItemIndicator>
              <Check aria-hidden className="size-4 text-accent-text" />
            </BaseMenu.RadioItemIndicator>
          </BaseMenu.RadioItem>
        ))}
      </BaseMenu.RadioGroup>
    </BaseMenu.Group>
  );
}
