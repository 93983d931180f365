import type { ReactNode } from 'react';
import './Definition.css';

export interface DefinitionProps {
  /** What the words to tap on say, e.g. 这是什么？ */
  readonly label: string;
  /** What is defined, heard after the label. */
  readonly of: string;
  readonly children: ReactNode;
}

/** What a figure means, one tap away. */
export function Definition({ label, of, children }: DefinitionProps) {
  return (
    <details className="definition">
      <summary className="definition__toggle">
        {label}
        <span className="visually-hidden"> {of}</span>
      </summary>
      <p className="secondary">{children}</p>
    </details>
  );
}
