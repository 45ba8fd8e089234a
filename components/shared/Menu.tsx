import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface MenuItem {
  label: string;
  disabled?: boolean;
  /** A switch rather than an action; the menu stays open. */
  checked?: boolean;
  /** A line above it. */
  apart?: boolean;
  run(): void;
}

/** A button that opens a menu (WAI-ARIA menu button): arrows, Home and End move, Escape closes. */
export function Menu({ label, items }: { label: ComponentChildren; items: readonly MenuItem[] }) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const options = () => [
    ...root.current!.querySelectorAll<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])'),
  ];
  const close = () => {
    setOpen(false);
    root.current!.querySelector('button')!.focus();
  };
  useEffect(() => {
    if (!open) return;
    options()[0]?.focus();
    const away = (event: Event) => {
      if (!root.current!.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', away);
    return () => removeEventListener('pointerdown', away);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    const all = options();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') return setOpen(false);
    else if (event.key in to) all.at(to[event.key]! % all.length)?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div class="menu" ref={root}>
      <button type="button" aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        {label} <span aria-hidden="true">▾</span>
      </button>
      {open ? (
        <div class="menu-items" role="menu" tabIndex={-1} onKeyDown={onKeyDown}>
          {items.map(({ label: text, disabled, checked, apart, run }) => (
            <button
              key={text}
              type="button"
              tabIndex={-1}
              class={apart ? 'apart' : undefined}
              {...(checked === undefined
                ? { role: 'menuitem' as const }
                : { role: 'menuitemcheckbox' as const, 'aria-checked': checked })}
              aria-disabled={disabled}
              onClick={() => {
                if (disabled) return;
                if (checked === undefined) close();
                run();
              }}
            >
              {checked === undefined ? null : <span aria-hidden="true">{checked ? '☑' : '☐'} </span>}
              {text}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
