import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';

export interface VirtualRows {
  /** Rows to render, with their offset `start` in px. */
  rows: VirtualItem[];
  /** Height in px of all rows together. */
  height: number;
  scrollTo(index: number): void;
}

/** Renders only the rows in view: binds @tanstack/virtual-core to a Preact component. `rowHeight` in px. */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): VirtualRows {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const virtualizer = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // Until it is measured: rows are there from the first drawing on.
    initialRect: { width: 0, height: innerHeight },
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(undefined as never),
  };
  virtualizer.current ??= new Virtualizer(options);
  virtualizer.current.setOptions(options);
  useEffect(() => virtualizer.current!._didMount(), []);
  useEffect(() => virtualizer.current!._willUpdate());
  return {
    rows: virtualizer.current.getVirtualItems(),
    height: virtualizer.current.getTotalSize(),
    scrollTo: (index) => virtualizer.current!.scrollToIndex(index, { align: 'auto' }),
  };
}
