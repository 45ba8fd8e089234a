import { useEffect, useRef } from 'preact/hooks';

/**
 * For a form that opens in place of the button that called it: takes the focus when it opens, and Escape closes the form alone.
 * Whoever shows the form gives the focus back, since only they know what stands there afterwards.
 */
export function useTakenFocus(close: () => void) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  return { ref: form, onKeyDown };
}
