import type { CSSProperties } from 'react';
import './ChapterTick.css';

export interface ChapterMark {
  readonly name: string;
  /** From 1, in the talk's order. */
  readonly place: number;
  /** How many chapters there are. */
  readonly of: number;
}

/** A chapter's colour tick beside its name. */
export function ChapterTick({ name, place, of }: ChapterMark) {
  const hue = { '--hue': (360 * place) / of } as CSSProperties;
  return (
    <span className="chapter-tick" style={hue}>
      {name}
    </span>
  );
}
