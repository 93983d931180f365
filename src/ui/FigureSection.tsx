import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import './FigureSection.css';
import './Section.css';

export interface FigureSectionProps {
  readonly title: string;
  /** What the figure means, and the words to press to see it. */
  readonly definition: { readonly label: string; readonly text: string };
  /** The finding in a sentence; empty while it is worked out. */
  readonly finding: string;
  /** What kind of figure comes, so that its room is kept while it is worked out. */
  readonly room:
    | 'facts'
    | 'map'
    | 'table'
    | 'stack'
    | 'bars'
    | 'lined'
    | 'counts'
    | 'ratings'
    | 'hours'
    | 'recall'
    | 'spread';
  readonly children?: ReactNode;
}

/** A figure under its heading: what it means one tap away, what it shows in a sentence, the picture. */
export function FigureSection(props: FigureSectionProps) {
  const { title, definition, finding, room, children } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  // A sentence alone says that there is nothing to draw, and takes no room for it.
  const kept = finding !== '' && !children ? 'none' : room;
  return (
    <section className={`section figure figure--${kept}`} aria-labelledby={`${id}title`}>
      <div className="section__head figure__head">
        <h2 id={`${id}title`}>{title}</h2>
        <button
          type="button"
          className="figure__what"
          aria-expanded={open}
          aria-controls={open ? `${id}what` : undefined}
          onClick={() => setOpen(!open)}
        >
          {definition.label}
          <span className="visually-hidden"> {title}</span>
        </button>
      </div>
      {open ? (
        <p className="figure__definition" id={`${id}what`}>
          {definition.text}
        </p>
      ) : null}
      <p className="figure__finding secondary">{finding}</p>
      <div className="figure__body">{children}</div>
    </section>
  );
}
