import type { Language } from '../domain/deck.ts';
import './SafeHtml.css';

export interface SafeHtmlProps {
  /** HTML that the decks' compiler has sanitised. */
  readonly html: string;
  readonly lang: Language;
  /** `span` where the words stand inside a line or a label. */
  readonly as?: 'div' | 'span';
}

/** The words of a deck: the only place that puts HTML into the page. */
export function SafeHtml({ html, lang, as: Tag = 'div' }: SafeHtmlProps) {
  return (
    <Tag
      className={html.includes('<wbr') ? 'html html--words' : 'html'}
      lang={lang === 'zh' ? 'zh-Hans' : 'en'}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
