import { useSignal } from '@preact/signals';

/** What an element needs that files or text are dropped on: it shows when something is held over it, and hands over what was dropped. */
export function useDrop(take: (dropped: DataTransfer | null) => void) {
  const over = useSignal(false);
  return {
    'data-over': over.value || undefined,
    onDragOver(event: DragEvent) {
      event.preventDefault();
      over.value = true;
    },
    onDragLeave() {
      over.value = false;
    },
    onDrop(event: DragEvent) {
      event.preventDefault();
      over.value = false;
      take(event.dataTransfer);
    },
  };
}
