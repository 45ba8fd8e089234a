import { useState } from 'preact/hooks';

/**
 * Makes what a form shows now its starting point, after it was saved: its fields no longer count as touched, so that they
 * follow what arrives later. Works on forms whose fields are given defaults, not values.
 */
export function startFromHere(form: HTMLFormElement): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
      field.defaultValue = field.value;
    else if (field instanceof HTMLSelectElement)
      for (const option of field.options) option.defaultSelected = option.selected;
  }
  form.reset();
}

/** As a `ref`: the field takes the focus when it comes. (`autofocus` works once in a page's life.) */
export function takesFocus(field: HTMLElement | null): void {
  field?.focus();
}

/** As `onKeyDown` of a form inside a panel: Escape closes the form alone, the panel stays. */
export function closesOnEscape(close: () => void) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
}

/**
 * Forms that open in the place of their buttons, one at a time; `open` says which, null when none. Closed, the button that comes back has
 * the focus again (`button` is its ref): not on the next frame, since a window behind another draws none.
 */
export function useInPlace<Form extends string>() {
  const [state, setState] = useState<{ open: Form | null; wasOpen: boolean }>({ open: null, wasOpen: false });
  return {
    open: state.open,
    show: (form: Form) => setState({ open: form, wasOpen: false }),
    close: () => setState({ open: null, wasOpen: true }),
    button: state.wasOpen ? takesFocus : null,
  };
}
