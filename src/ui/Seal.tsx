import './Seal.css';

export interface SealProps {
  /** One Chinese character, e.g. 毕. */
  readonly glyph: string;
  /** Its meaning in the language around it. */
  readonly name: string;
}

/** The seal under finished work. */
export function Seal({ glyph, name }: SealProps) {
  return (
    <span className="seal">
      <span lang="zh-Hans" className="seal__glyph" aria-hidden="true">
        {glyph}
      </span>
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
