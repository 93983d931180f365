import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { TableTwin } from './TableTwin.tsx';
import type { TableTwinProps } from './TableTwin.tsx';
import { textWidth } from './textWidth.ts';
import './Chart.css';

/** The words of a chart and of its table. */
export interface ChartWords {
  /** The finding: the picture's accessible name. */
  readonly sentence: string;
  readonly showTableLabel: string;
  readonly hideTableLabel: string;
}

/** The paper a chart is drawn on. */
export interface Paper {
  /** px */
  readonly width: number;
  /** The size of a label's letters, px. */
  readonly letter: number;
  /** About how wide a label will be, px. */
  readonly widthOf: (label: string) => number;
}

/** A label's letters, as a share of the text size. */
const LETTER = 0.78125;

function paperOf(width: number, textSize: number): Paper {
  const letter = LETTER * textSize;
  return { width, letter, widthOf: (label) => textWidth(label) * letter };
}

export interface ChartProps extends ChartWords, Pick<TableTwinProps, 'head' | 'rows'> {
  /** Under the picture: what it does not say by itself, e.g. which interval a band is. */
  readonly note?: string | undefined;
  /** What is drawn on the paper given, and how high it is; all in px. */
  readonly draw: (paper: Paper) => { readonly height: number; readonly picture: ReactNode };
}

/** A picture as wide as its place, drawn anew when that or the text size changes, and its table. */
export function Chart({ sentence, draw, note, ...table }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const [paper, setPaper] = useState(() => paperOf(350, 16));
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const measure = () => {
      const width = element.clientWidth;
      const textSize = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      if (width > 0 && textSize > 0) setPaper(paperOf(width, textSize));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const { height, picture } = draw(paper);
  return (
    <div className="chart" ref={place}>
      <svg
        className="chart__picture"
        role="img"
        aria-label={sentence}
        width={paper.width}
        height={height}
      >
        {picture}
      </svg>
      {note === undefined ? null : <p className="caption">{note}</p>}
      <TableTwin caption={sentence} {...table} />
    </div>
  );
}
