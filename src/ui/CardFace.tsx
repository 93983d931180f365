import { useEffect, useEffectEvent, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Language } from '../domain/deck.ts';
import { CardSide } from './CardSide.tsx';
import { ChapterTick } from './ChapterTick.tsx';
import type { ChapterMark } from './ChapterTick.tsx';
import { Foot } from './Foot.tsx';
import { SafeHtml } from './SafeHtml.tsx';
import './CardFace.css';

export interface CardFaceProps {
  /** The card's id; with a new one the focus goes to the question. */
  readonly id: string;
  readonly lang: Language;
  readonly chapter: ChapterMark;
  /** Safe HTML. */
  readonly ask: string;
  /** Safe HTML. Known from the start, since both sides share one size; seen once revealed. */
  readonly answer: string;
  /** Safe HTML. */
  readonly why?: string | undefined;
  readonly revealed: boolean;
  /**
   * `below` (default) under the ink rule; `in-place` for a cloze, whose filled text takes the
   * question's place; `in-options` for a choice, whose right option is marked where it stands.
   */
  readonly answerShown?: 'below' | 'in-place' | 'in-options';
  /** Heard before the question and the answer, e.g. 问题, 答案. */
  readonly askLabel: string;
  readonly answerLabel: string;
  /** Options of a choice card, or the field of a typed answer. */
  readonly options?: ReactNode;
  /** Left of the line under the why, once revealed: where it comes from. */
  readonly source?: ReactNode;
  /** Right of that line: what had been predicted. */
  readonly predicted?: ReactNode;
  /** The buttons, which stay put at the bottom. */
  readonly footer?: ReactNode;
  /** A touch on the paper shows the answer. */
  readonly onTap?: (() => void) | undefined;
  /** Moves the focus to the question, then to the answer. Off where a card is only looked at. */
  readonly moveFocus?: boolean;
}

/** How large both sides are set, by the longer of them. */
function sizeOf(html: string, lang: Language): 'large' | 'medium' | 'small' {
  const words = html.replaceAll(/<annotation.*?<\/annotation>|<[^>]*>/gs, '').trim();
  const [medium, small] = lang === 'zh' ? [60, 120] : [140, 280];
  if (words.length > small) return 'small';
  return words.length > medium ? 'medium' : 'large';
}

/** One card: the question, and below it, never moving it, the answer. */
export function CardFace(props: CardFaceProps) {
  const { id, lang, ask, answer, revealed, answerShown = 'below', moveFocus = false } = props;
  const inPlace = revealed && answerShown === 'in-place';
  const below = revealed && answerShown === 'below';
  const ended = revealed && (answerShown !== 'in-options' || Boolean(props.why));
  const askId = `ask:${id}`;
  const answerId = `answer:${id}`;
  const focusId = ended ? answerId : askId;

  useEffect(() => {
    if (moveFocus) document.getElementById(focusId)?.focus({ preventScroll: true });
  }, [focusId, moveFocus]);

  const paper = useRef<HTMLElement>(null);
  const tap = useEffectEvent((event: MouseEvent) => {
    const touched = 'pointerType' in event && event.pointerType === 'touch';
    const onControl =
      event.target instanceof Element &&
      event.target.closest('a, button, input, label, textarea') !== null;
    const selecting = document.getSelection()?.isCollapsed === false;
    if (touched && !onControl && !selecting) props.onTap?.();
  });
  useEffect(() => {
    const element = paper.current;
    element?.addEventListener('click', tap);
    return () => element?.removeEventListener('click', tap);
  }, []);

  const size = sizeOf(ask.length >= answer.length ? ask : answer, lang);
  return (
    <article className={`card card--${size}`} ref={paper}>
      <div className="card__body">
        <ChapterTick {...props.chapter} />
        <CardSide
          id={inPlace ? answerId : askId}
          className="card__ask"
          level={1}
          label={inPlace ? props.answerLabel : props.askLabel}
          html={inPlace ? answer : ask}
          lang={lang}
        />
        {ended ? (
          <div
            className="card__reveal"
            id={answerShown === 'in-options' ? answerId : undefined}
            tabIndex={-1}
          >
            <hr className="card__rule" />
            {below ? (
              <CardSide
                id={answerId}
                className="card__answer"
                level={2}
                label={props.answerLabel}
                html={answer}
                lang={lang}
              />
            ) : null}
            {props.why ? (
              <div className="card__why">
                <SafeHtml html={props.why} lang={lang} />
              </div>
            ) : null}
            {props.source || props.predicted ? (
              <div className="card__about">
                {props.source}
                <span className="card__predicted">{props.predicted}</span>
              </div>
            ) : null}
          </div>
        ) : null}
      </div>
      {props.options ? <div className="card__options">{props.options}</div> : null}
      {props.footer ? <Foot>{props.footer}</Foot> : null}
    </article>
  );
}
