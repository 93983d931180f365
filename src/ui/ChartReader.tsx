import type { KeyboardEvent, PointerEvent } from 'react';

/** Something on a picture that can be read by itself: a bar, a point, a day. All in px. */
export interface Datum {
  /** Where a pointer finds it, and what is marked while it is read. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What it says, where that is not what its row of the table says. */
  readonly words?: string | undefined;
}

export interface ChartReaderProps {
  readonly label: string;
  readonly data: readonly Datum[];
  readonly wordsOf: (at: number) => string;
  /** The datum read. */
  readonly at: number | null;
  readonly start: number;
  readonly perColumn: number;
  readonly onRead: (at: number | null) => void;
}

/** How far a point is from a datum, px; nothing within it. */
function distance({ x, y, width, height }: Datum, left: number, top: number): number {
  const across = Math.max(x - left, 0, left - x - width);
  const down = Math.max(y - top, 0, top - y - height);
  return Math.hypot(across, down);
}

/** The datum next to a point. */
function nearest(data: readonly Datum[], left: number, top: number): number {
  const far = data.map((one) => distance(one, left, top));
  return far.indexOf(Math.min(...far));
}

/** Steps of the arrow keys, by how many data stand under one another. */
function stepOf(key: string, perColumn: number): number {
  const isField = perColumn > 1;
  if (key === 'ArrowRight') return perColumn;
  if (key === 'ArrowLeft') return -perColumn;
  if (key === 'ArrowDown') return isField ? 1 : -1;
  if (key === 'ArrowUp') return isField ? -1 : 1;
  return 0;
}

/**
 * Lies over a picture and reads its data one by one: a slider over them, as assistive technology says
 * the words of one and lets the arrow keys through.
 */
export function ChartReader(props: ChartReaderProps) {
  const { label, data, wordsOf, at, start, perColumn, onRead } = props;
  const last = data.length - 1;
  const here = at ?? Math.min(start, last);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === 'Escape') {
      if (at === null) return;
      onRead(null);
    } else if (key === 'Home') onRead(0);
    else if (key === 'End') onRead(last);
    else {
      const step = stepOf(key, perColumn);
      if (step === 0) return;
      const next = here + step;
      if (at === null) onRead(here);
      else if (next >= 0 && next <= last) onRead(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const readAt = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    onRead(nearest(data, event.clientX - box.left, event.clientY - box.top));
  };
  return (
    <div
      className="chart__reader"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={data.length}
      aria-valuenow={here + 1}
      aria-valuetext={wordsOf(here)}
      onKeyDown={onKeyDown}
      onBlur={() => onRead(null)}
      onPointerMove={(event) => {
        if (event.pointerType === 'mouse') readAt(event);
      }}
      onPointerUp={readAt}
      onPointerLeave={(event) => {
        if (event.pointerType === 'mouse') onRead(null);
      }}
    />
  );
}
