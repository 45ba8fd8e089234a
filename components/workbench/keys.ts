import type { Workbench } from './model';

/** Where keys write or choose something themselves. */
const TYPING = 'input, select, textarea, dialog, [role=menu]';
/** What Space and Enter press, and arrows scroll. */
const LIST = '.list';

/**
 * Triage by keyboard, while the focus is in the list or in the details beside it: J and K move, C, X and N decide, U takes back.
 * Arrows, Space and Delete are the list's own.
 */
export function triage(event: KeyboardEvent, model: Workbench): void {
  const on = event.target as HTMLElement;
  if (on.closest(TYPING)) {
    if (event.key === 'Enter' && event.ctrlKey) saveNote(on);
    else if (event.key === 'Escape') leave(on);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const step = stepOf(event.key, model, on.closest(LIST) !== null);
  if (!step) return;
  event.preventDefault();
  step();
}

/** Ctrl+Enter in the note saves it, and gives the keys back. */
function saveNote(field: HTMLElement): void {
  const form = field.closest<HTMLFormElement>('.detail form.edit');
  if (!form) return;
  form.requestSubmit();
  leave(field);
}

function leave(field: HTMLElement): void {
  field.blur();
  backToTriage();
}

function stepOf(key: string, model: Workbench, inList: boolean): (() => void) | null {
  const selected = model.selected.value;
  if (key === 'j' || (inList && key === 'ArrowDown')) return () => model.move(1);
  if (key === 'k' || (inList && key === 'ArrowUp')) return () => model.move(-1);
  if (model.review.on.value) return null;
  if (key === 'c') return () => void model.decide({ to: 'confirmed' });
  if (key === 'u') return () => void model.undo();
  if (key === 'n') return () => document.querySelector<HTMLElement>('.detail [name=note]')?.focus();
  if (key === 'x')
    return () => {
      model.asking.value = 'ignored';
    };
  if (!inList || !selected) return null;
  if (key === 'Delete') return () => void model.remove(model.meant.value.map(({ id }) => id));
  if (key === ' ') return () => model.pick(selected, !model.picked.value.has(selected));
  return null;
}

/** Gives the keys back to the list, or to the details where the window has no room for both, when nothing else has the focus. */
export function backToTriage(): void {
  if (document.activeElement !== document.body) return;
  const list = document.querySelector<HTMLElement>(LIST);
  if (list?.checkVisibility()) list.focus();
  else document.querySelector<HTMLElement>('.detail')?.focus();
}
