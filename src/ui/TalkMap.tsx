import { useState } from 'react';
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import { Chart } from './Chart.tsx';
import type { ChartProps, Paper } from './Chart.tsx';
import { recallStep } from './RecallChip.tsx';
import './TalkMap.css';

export interface MapConcept {
  readonly id: string;
  /** 0 to 1; undefined for what was never begun. */
  readonly recall: number | undefined;
  /** Left out by a filter: only its place is shown. */
  readonly isAway: boolean;
  /** What is heard of it, e.g. 泛化能力，模糊，63%. */
  readonly name: string;
}

export interface MapChapter {
  readonly id: string;
  /** Short enough to stand upright under its column. */
  readonly name: string;
  /** From the first told to the last; drawn from the bottom up. */
  readonly concepts: readonly MapConcept[];
}

export interface MapSpan {
  /** Seconds. */
  readonly from: number;
  readonly to: number;
  /** 0 to 1; undefined where nothing told then was begun. */
  readonly recall: number | undefined;
  /** Places of the chapters that tell of it, from 0. */
  readonly chapters: readonly number[];
}

/** It is read by a field of its own. */
export interface TalkMapProps extends Omit<ChartProps, 'draw' | 'note' | 'readLabel'> {
  /** In the order of the talk. */
  readonly chapters: readonly MapChapter[];
  /** Earliest first; none for a source without minutes. */
  readonly spans: readonly MapSpan[];
  /** Named under the strip, seconds from the start. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** Chapter names stand letter over letter, as Chinese can; else they are turned. */
  readonly isUpright: boolean;
  readonly selected: string | null;
  /** Of the selected one. */
  readonly needs: readonly string[];
  readonly near: readonly string[];
  /** Accessible name of the field by which keys and screen readers go from dot to dot. */
  readonly keysLabel: string;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

interface Place {
  readonly column: number;
  /** From the bottom. */
  readonly row: number;
}

const STRIP = 24;
const LEAD = 30;

/** Where everything stands, px. */
function layoutOf(props: TalkMapProps, { width, letter, widthOf }: Paper) {
  const { chapters, spans, isUpright } = props;
  const pitch = width / Math.max(1, chapters.length);
  const radius = Math.max(3, Math.min(9, 0.36 * pitch));
  const rise = 2 * radius + Math.max(2, 0.34 * radius);
  const tallest = Math.max(1, ...chapters.map(({ concepts }) => concepts.length));
  const isNamed = pitch >= 1.9 * letter;
  const longest = Math.max(0, ...chapters.map(({ name }) => widthOf(name)));
  const letters = Math.max(0, ...chapters.map(({ name }) => [...name].length));
  const nameHeight = isUpright ? letters * letter * 1.06 : longest;
  const top = 3 * radius + 20;
  const floor = top + tallest * rise;
  const names = floor + 10;
  const leads = isNamed ? names + nameHeight + 4 : floor + 6;
  const strip = leads + LEAD;
  const hasStrip = spans.length > 0;
  return {
    pitch,
    radius,
    rise,
    floor,
    names,
    leads,
    strip,
    isNamed,
    hasStrip,
    top,
    height: hasStrip ? strip + STRIP + 8 + 1.6 * letter : isNamed ? leads : floor + 8,
    x: (column: number) => (column + 0.5) * pitch,
    y: (row: number) => floor - (row + 0.5) * rise,
  };
}

type Layout = ReturnType<typeof layoutOf>;

/** An arc over the columns between two dots; a short one to the side within a column. */
function arcBetween(from: Place, to: Place, { x, y, top, radius }: Layout): string {
  const [a, b] = from.column <= to.column ? [from, to] : [to, from];
  const [x1, y1, x2, y2] = [x(a.column), y(a.row), x(b.column), y(b.row)];
  const high = Math.min(y1, y2) - Math.min(0.5 * (x2 - x1), 90) - radius;
  const peak = Math.max(high, top - 2.6 * radius);
  // The height a quadratic reaches is half way to its handle.
  const handle = 2 * peak - (y1 + y2) / 2;
  return `M${x1} ${y1}Q${(x1 + x2) / 2} ${handle} ${x2} ${y2}`;
}

/** Where a chapter's lead ends on the strip: in the middle of the part of its first span that is its. */
function landingOf(column: number, spans: readonly MapSpan[], place: (at: number) => number) {
  const span = spans.find(({ chapters }) => chapters.includes(column));
  if (!span) return null;
  const share = (span.chapters.indexOf(column) + 0.5) / span.chapters.length;
  return place(span.from) + (place(span.to) - place(span.from)) * share;
}

function Dot({ concept, place, layout }: { concept: MapConcept; place: Place; layout: Layout }) {
  const { recall, isAway } = concept;
  const step = recallStep(recall);
  const size = step <= 2 || isAway ? layout.radius - 0.5 : layout.radius;
  return (
    <circle
      className={`talk-map__dot talk-map__dot--${step}${isAway ? ' talk-map__dot--away' : ''}`}
      cx={layout.x(place.column)}
      cy={layout.y(place.row)}
      r={size}
    />
  );
}

function Strip({ props, layout, width }: { props: TalkMapProps; layout: Layout; width: number }) {
  const { spans, ticks, chapters, selected } = props;
  const { strip, leads, x } = layout;
  const first = spans[0]?.from ?? 0;
  const last = spans.at(-1)?.to ?? 1;
  const place = (at: number) => (width * (at - first)) / Math.max(1, last - first);
  const selectedColumn = chapters.findIndex(({ concepts }) =>
    concepts.some(({ id }) => id === selected),
  );
  const hue = (column: number) =>
    ({ '--hue': (360 * (column + 1)) / chapters.length }) as CSSProperties;
  return (
    <>
      {chapters.map(({ id }, column) => {
        const end = landingOf(column, spans, place);
        if (end === null) return null;
        const [from, half] = [x(column), leads + LEAD / 2];
        return (
          <path
            key={id}
            className={`talk-map__lead${column === selectedColumn ? ' talk-map__lead--of' : ''}`}
            d={`M${from} ${leads}C${from} ${half} ${end} ${half} ${end} ${strip - 3}`}
          />
        );
      })}
      {spans.map(({ from, to, recall, chapters: telling }) => {
        const [left, right] = [place(from), place(to) - 2];
        const step = recallStep(recall);
        const part = (right - left) / telling.length;
        return (
          <g key={from}>
            <rect
              className={`talk-map__dot talk-map__dot--${step}`}
              x={left + 0.5}
              y={strip + 0.5}
              width={Math.max(1, right - left - 1)}
              height={STRIP - 1}
            />
            {telling.map((column, i) => (
              <path
                key={column}
                className="talk-map__chapter"
                style={hue(column)}
                d={`M${left + part * i} ${strip + STRIP + 5}H${Math.max(left + part * (i + 1) - 1, left + part * i + 1)}`}
              />
            ))}
          </g>
        );
      })}
      {ticks.map(({ at, label }) => (
        <text
          key={at}
          x={Math.min(Math.max(place(at), 0), width)}
          y={layout.height - 3}
          textAnchor={place(at) < 20 ? 'start' : place(at) > width - 20 ? 'end' : 'middle'}
        >
          {label}
        </text>
      ))}
    </>
  );
}

const MOVES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The dot an arrow leads to: the next column that has any, or the next one up or down. */
function moved(
  chapters: readonly MapChapter[],
  { column, row }: Place,
  key: string,
): string | null {
  const [across, up] = MOVES[key] ?? [0, 0];
  if (across === 0) return chapters[column]?.concepts[row + up]?.id ?? null;
  for (let next = column + across; chapters[next]; next += across) {
    const { concepts } = chapters[next] ?? { concepts: [] };
    const beside = concepts[Math.min(row, concepts.length - 1)];
    if (beside) return beside.id;
  }
  return null;
}

/**
 * The talk as a skyline: a column for each chapter, a dot for each concept, as dark as it is known;
 * under it the talk's own time. Arrows go from dot to dot, Enter opens one; pressing and dragging
 * selects.
 */
export function TalkMap(props: TalkMapProps) {
  const { chapters, selected, needs, near, isUpright, keysLabel, onSelect, onOpen } = props;
  const [hasFocus, setFocus] = useState(false);
  const places = new Map<string, Place>(
    chapters.flatMap(({ concepts }, column) =>
      concepts.map((concept, row) => [concept.id, { column, row }] as const),
    ),
  );
  const here = selected === null ? undefined : places.get(selected);

  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const all = [...places.keys()];
    if (event.key === 'Enter') {
      if (selected === null) return;
      event.preventDefault();
      onOpen(selected);
      return;
    }
    const target =
      event.key === 'Home'
        ? all[0]
        : event.key === 'End'
          ? all.at(-1)
          : Object.hasOwn(MOVES, event.key)
            ? here
              ? moved(chapters, here, event.key)
              : all[0]
            : undefined;
    if (target === undefined) return;
    event.preventDefault();
    if (target !== null) onSelect(target);
  };

  const draw = (paper: Paper) => {
    const layout = layoutOf(props, paper);
    const { radius, pitch, rise, floor, x, y } = layout;
    // What is needed and confused with it too is tied once, as needed.
    const others = [
      ...needs.map((other) => ({ other, is: 'needs' })),
      ...near.filter((other) => !needs.includes(other)).map((other) => ({ other, is: 'near' })),
    ].flatMap(({ other, is }) => {
      const place = places.get(other);
      return place ? [{ other, is, place }] : [];
    });
    const ring = (place: Place, grown: number, kind = '') => (
      <circle
        className={`talk-map__ring${kind}`}
        cx={x(place.column)}
        cy={y(place.row)}
        r={radius + grown}
      />
    );
    const picture = (
      <>
        {here
          ? others
              .filter(({ place }) => place.column !== here.column)
              .map(({ other, is, place }) => (
                <path
                  key={other}
                  className={`talk-map__arc talk-map__arc--${is}`}
                  d={arcBetween(here, place, layout)}
                />
              ))
          : null}
        {here
          ? [...others.map(({ place }) => place), here].map((place) => (
              <circle
                key={`${place.column} ${place.row}`}
                className="talk-map__ground"
                cx={x(place.column)}
                cy={y(place.row)}
                r={radius + 2.5}
                fill="var(--paper)"
              />
            ))
          : null}
        {chapters.map((chapter, column) => (
          <g key={chapter.id}>
            {chapter.concepts.map((concept, row) => (
              <Dot key={concept.id} concept={concept} place={{ column, row }} layout={layout} />
            ))}
            {layout.isNamed ? (
              <text
                className={`talk-map__name${isUpright ? ' talk-map__name--upright' : ''}${column === here?.column ? ' talk-map__name--of' : ''}`}
                x={x(column)}
                y={layout.names}
                textAnchor={isUpright ? undefined : 'end'}
                transform={
                  isUpright
                    ? undefined
                    : `rotate(-90 ${x(column)} ${layout.names}) translate(0 ${0.35 * paper.letter})`
                }
              >
                {chapter.name}
              </text>
            ) : null}
          </g>
        ))}
        {here ? (
          <>
            {others.map(({ other, place }) => (
              <g key={other}>{ring(place, 1.5)}</g>
            ))}
            {ring(here, 1)}
            {ring(here, 3.5, hasFocus ? ' talk-map__ring--focus' : '')}
          </>
        ) : null}
        {layout.hasStrip ? <Strip props={props} layout={layout} width={paper.width} /> : null}
        {chapters.map((chapter, column) =>
          chapter.concepts.map((concept, row) => (
            <rect
              key={concept.id}
              className="talk-map__hit"
              data-concept={concept.id}
              x={column * pitch}
              y={floor - (row + 1) * rise}
              width={pitch}
              height={rise}
            />
          )),
        )}
      </>
    );
    return { height: layout.height, picture };
  };

  const scrub = (event: PointerEvent) => {
    if (event.type === 'pointermove' && event.buttons === 0) return;
    // A finger's events stay with what it touched first: ask what lies under it.
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const concept = under?.closest('[data-concept]')?.getAttribute('data-concept');
    if (concept && concept !== selected) onSelect(concept);
  };

  const { sentence, showTableLabel, hideTableLabel, files, head, rows } = props;
  return (
    // For fingers and mice; the field is for keys and screen readers, and the ring shows its focus.
    <div className="talk-map" onPointerDown={scrub} onPointerMove={scrub}>
      <select
        className="talk-map__keys"
        aria-label={keysLabel}
        value={selected ?? ''}
        onChange={(event) => onSelect(event.target.value)}
        onKeyDown={press}
        onFocus={() => setFocus(true)}
        onBlur={() => setFocus(false)}
      >
        {selected === null ? <option value="">–</option> : null}
        {chapters.map((chapter) =>
          chapter.concepts.map((concept) => (
            <option key={concept.id} value={concept.id}>
              {concept.name}
            </option>
          )),
        )}
      </select>
      <Chart {...{ sentence, showTableLabel, hideTableLabel, files, head, rows, draw }} />
    </div>
  );
}
