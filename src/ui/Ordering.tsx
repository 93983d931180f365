import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { Language } from '../domain/deck.ts';
import { IconCheck, IconCross, IconDown, IconUp } from './Icons.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { SafeHtml } from './SafeHtml.tsx';
import './IconButton.css';
import './Ordering.css';

export interface OrderingItem {
  readonly id: string;
  /** Safe HTML. */
  readonly html: string;
}

export interface OrderingProps {
  readonly lang: Language;
  readonly label: string;
  /** How it is done, e.g. 拖动左边的数字，或按箭头。 */
  readonly hint: string;
  /** In the order they now stand in. */
  readonly items: readonly OrderingItem[];
  /** Ids in the new order; while something is dragged, at every place it passes. */
  readonly onOrder: (ids: readonly string[]) => void;
  /** Names of the buttons of the item at a place, from 1; its own words are heard after them. */
  readonly upName: (place: number) => string;
  readonly downName: (place: number) => string;
  /** Heard after a move, e.g. 现在是第2项，共5项. */
  readonly movedWords: (place: number, of: number) => string;
  /** After checking: ids in the right order, and the words beside ✓ and ✗, by the right place from 1. */
  readonly checked?:
    | {
        readonly right: readonly string[];
        readonly rightWords: string;
        readonly wrongWords: (rightPlace: number) => string;
      }
    | undefined;
}

/** Items to put in order: by two buttons each, by arrow keys on these, or by dragging. */
export function Ordering(props: OrderingProps) {
  const { lang, items, onOrder, checked } = props;
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string>();
  const [said, setSaid] = useState({ message: '', turn: 0 });
  const open = checked === undefined;

  const move = (from: number, to: number) => {
    const ids = items.map((item) => item.id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    onOrder(ids);
  };
  const step = (from: number, to: number) => {
    if (to < 0 || to >= items.length) return;
    move(from, to);
    setSaid({ message: props.movedWords(to + 1, items.length), turn: said.turn + 1 });
  };
  const stepByArrow = (event: KeyboardEvent, place: number) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    step(place, event.key === 'ArrowUp' ? place - 1 : place + 1);
  };

  const grip = (event: PointerEvent, item: string) => {
    const { target } = event;
    if (!open || event.button !== 0 || !(target instanceof Element)) return;
    if (target.closest('button') !== null) return;
    // A finger on the words scrolls the page.
    if (event.pointerType !== 'mouse' && target.closest('.ordering__grip') === null) return;
    event.preventDefault();
    // The list keeps the pointer: a row would lose it by moving.
    list.current?.setPointerCapture(event.pointerId);
    setDragged(item);
  };
  const drag = (event: PointerEvent) => {
    const from = items.findIndex((item) => item.id === dragged);
    if (from < 0) return;
    const isAbove = (row: Element) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2 < event.clientY;
    };
    const others = [...(list.current?.children ?? [])].filter((_, place) => place !== from);
    const to = others.filter(isAbove).length;
    if (to !== from) move(from, to);
  };
  const letGo = () => setDragged(undefined);

  const verdict = (item: string, place: number) => {
    const rightPlace = checked?.right.indexOf(item) ?? -1;
    const isRight = rightPlace === place;
    return checked ? (
      <span className={`ordering__verdict${isRight ? ' ordering__verdict--right' : ''}`}>
        {isRight ? <IconCheck /> : <IconCross />}
        {isRight ? checked.rightWords : checked.wrongWords(rightPlace + 1)}
      </span>
    ) : null;
  };
  const button = (place: number, way: 'up' | 'down') => {
    const to = way === 'up' ? place - 1 : place + 1;
    return (
      <button
        type="button"
        className="icon-button"
        aria-label={way === 'up' ? props.upName(place + 1) : props.downName(place + 1)}
        aria-describedby={`${id}${place}`}
        aria-disabled={to < 0 || to >= items.length || undefined}
        onClick={() => step(place, to)}
        onKeyDown={(event) => stepByArrow(event, place)}
      >
        {way === 'up' ? <IconUp /> : <IconDown />}
      </button>
    );
  };

  return (
    <div className="ordering">
      {open ? (
        <p className="secondary" id={`${id}hint`}>
          {props.hint}
        </p>
      ) : null}
      <ol
        className={open ? 'ordering__list ordering__list--open' : 'ordering__list'}
        aria-label={props.label}
        aria-describedby={open ? `${id}hint` : undefined}
        ref={list}
        onPointerMove={drag}
        onLostPointerCapture={letGo}
      >
        {items.map((item, place) => (
          <li
            key={item.id}
            className={`ordering__row${item.id === dragged ? ' ordering__row--held' : ''}`}
            onPointerDown={(event) => grip(event, item.id)}
          >
            <span className="ordering__grip" aria-hidden="true">
              {place + 1}
            </span>
            <span className="ordering__words" id={`${id}${place}`}>
              <SafeHtml html={item.html} lang={lang} as="span" />
            </span>
            {open ? (
              <span className="ordering__buttons">
                {button(place, 'up')}
                {button(place, 'down')}
              </span>
            ) : (
              verdict(item.id, place)
            )}
          </li>
        ))}
      </ol>
      <LiveRegion {...said} />
    </div>
  );
}
