import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';

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
  /** The picture. */
  readonly children: ReactNode;
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
 * Reads a picture's data one by one: a slider over them, so that assistive technology says the words of
 * each and lets the arrow keys through; under a pointer, what is next to it.
 */
export function ChartReader(props: ChartReaderProps) {
  const { label, data, wordsOf, at, start, perColumn, onRead, children } = props;
  const last = data.length - 1;
  const here = at ?? Math.max(0, Math.min(start, last));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    const step = stepOf(key, perColumn);
    if (key === 'Escape' && at !== null) onRead(null);
    else if (key === 'Home') onRead(0);
    else if (key === 'End') onRead(last);
    else if (step === 0) return;
    else if (at === null) onRead(here);
    else if (here + step >= 0 && here + step <= last) onRead(here + step);
    event.preventDefault();
  };
  const readAt = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    onRead(nearest(data, event.clientX - box.left, event.clientY - box.top));
  };
  return (
    <div
      className="chart__place"
      onPointerMove={(event) => {
        if (event.pointerType === 'mouse') readAt(event);
      }}
      onPointerUp={readAt}
      onPointerLeave={(event) => {
        if (event.pointerType === 'mouse') onRead(null);
      }}
    >
      {children}
      <input
        className="chart__reader"
        type="range"
        aria-label={label}
        min={1}
        max={data.length}
        value={here + 1}
        aria-valuetext={wordsOf(here)}
        onKeyDown={onKeyDown}
        onChange={(event) => onRead(Number(event.target.value) - 1)}
        onBlur={() => onRead(null)}
      />
    </div>
  );
}
