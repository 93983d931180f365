import { useId } from 'react';
import type { ReactNode } from 'react';
import './Section.css';

export interface SectionProps {
  readonly title: string;
  /** One sentence under the title. */
  readonly hint?: ReactNode;
  /** What stands at the right of the title. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of a sheet: a hairline, a heading, and what belongs to it. */
export function Section({ title, hint, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section__head">
        <h2 id={id}>{title}</h2>
        {aside ? <div className="caption">{aside}</div> : null}
      </div>
      {hint ? <p className="secondary">{hint}</p> : null}
      {children ? <div className="section__body">{children}</div> : null}
    </section>
  );
}
