import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { ChartReader } from './ChartReader.tsx';
import type { Datum } from './ChartReader.tsx';
import { grouped } from './grouped.ts';
import { TableTwin } from './TableTwin.tsx';
import type { TableTwinProps } from './TableTwin.tsx';
import { textWidth } from './textWidth.ts';
import './Chart.css';

/** How a chart is taken out of the page. */
export interface ChartFiles {
  readonly pictureLabel: string;
  readonly tableLabel: string;
  /** @param title what the picture says */
  readonly savePicture: (picture: SVGSVGElement, title: string) => void;
  readonly saveTable: (rows: readonly (readonly (string | number)[])[]) => void;
}

/** The words of a chart and of its table. */
export interface ChartWords {
  /** The finding: the picture's accessible name. */
  readonly sentence: string;
  readonly showTableLabel: string;
  readonly hideTableLabel: string;
  /** Of what reads one datum after another with the arrow keys, e.g. 逐项读图. */
  readonly readLabel?: string | undefined;
  readonly files?: ChartFiles | undefined;
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

export interface Drawing {
  /** px */
  readonly height: number;
  readonly picture: ReactNode;
  /** What can be read one by one; the first has the words of the table's first row unless it has its own. */
  readonly data?: readonly Datum[];
  /** Where reading begins, a place in `data`. */
  readonly start?: number;
  /** How many data stand under one another: left and right then go so far. */
  readonly perColumn?: number;
}

export interface ChartProps extends ChartWords, Pick<TableTwinProps, 'head' | 'rows'> {
  /** Under the picture: what it does not say by itself, e.g. which interval a band is. */
  readonly note?: string | undefined;
  /** What is drawn on the paper given. */
  readonly draw: (paper: Paper) => Drawing;
}

/** What a row of the table says in one line. */
function rowWords(head: readonly string[], row: readonly (string | number)[]): string {
  const [first, ...others] = row.map((cell) => (typeof cell === 'number' ? grouped(cell) : cell));
  const said = others.flatMap((cell, i) => (cell === '' ? [] : [`${head[i + 1]} ${cell}`]));
  return [first, ...said].join(' · ');
}

/**
 * A picture as wide as its place, drawn anew when that or the text size changes, and its table. Its data
 * can be read one by one, with the arrow keys or under the pointer.
 */
export function Chart(props: ChartProps) {
  const { sentence, draw, note, readLabel, files, ...table } = props;
  const place = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const [paper, setPaper] = useState(() => paperOf(350, 16));
  const [read, setRead] = useState<number | null>(null);
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

  const { height, picture, data = [], start = 0, perColumn = 1 } = draw(paper);
  const wordsOf = (at: number) => data[at]?.words ?? rowWords(table.head, table.rows[at] ?? []);
  const isRead = readLabel !== undefined && data.length > 0;
  const at = isRead && read !== null && read < data.length ? read : null;
  const shown = at === null ? undefined : data[at];
  const saveTable = () => files?.saveTable([table.head, ...table.rows]);
  const drawn = (
    <svg
      ref={svg}
      className="chart__picture"
      role="img"
      aria-label={sentence}
      width={paper.width}
      height={height}
    >
      {picture}
      {shown ? (
        <rect
          data-live
          className="chart__read"
          x={shown.x}
          y={shown.y}
          width={shown.width}
          height={shown.height}
        />
      ) : null}
    </svg>
  );
  return (
    <div className="chart" ref={place}>
      {isRead ? (
        <ChartReader
          label={readLabel}
          data={data}
          wordsOf={wordsOf}
          at={at}
          start={start}
          perColumn={perColumn}
          onRead={setRead}
        >
          {drawn}
        </ChartReader>
      ) : (
        drawn
      )}
      {note !== undefined || isRead ? (
        <div className="chart__foot caption">
          {note === undefined ? null : <p className={at === null ? '' : 'chart__hidden'}>{note}</p>}
          <p className="chart__said">{at === null ? '' : wordsOf(at)}</p>
        </div>
      ) : null}
      <TableTwin caption={sentence} {...table}>
        {files ? (
          <>
            <button
              type="button"
              className="table-twin__toggle"
              onClick={() => svg.current && files.savePicture(svg.current, sentence)}
            >
              {files.pictureLabel}
            </button>
            <button type="button" className="table-twin__toggle" onClick={saveTable}>
              {files.tableLabel}
            </button>
          </>
        ) : null}
      </TableTwin>
    </div>
  );
}
