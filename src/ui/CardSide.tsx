import type { Language } from '../domain/deck.ts';
import { SafeHtml } from './SafeHtml.tsx';

export interface CardSideProps {
  readonly id: string;
  readonly className: string;
  readonly level: 1 | 2;
  /** Heard before the words. */
  readonly label: string;
  readonly html: string;
  readonly lang: Language;
}

/** The question or the answer of a card: a heading that can take the focus. */
export function CardSide({ id, className, level, label, html, lang }: CardSideProps) {
  return (
    // Not h1 or h2: the words may hold lists and tables, which those may not.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div id={id} className={className} role="heading" aria-level={level} tabIndex={-1}>
      <span className="visually-hidden">{label} </span>
      <SafeHtml html={html} lang={lang} />
    </div>
  );
}
