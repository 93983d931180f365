import { piecesOf } from '../../domain/find.ts';

export interface PiecesProps {
  readonly text: string;
  readonly terms: readonly string[];
}

/** A text in which what was looked for stands out. */
export function Pieces({ text, terms }: PiecesProps) {
  return piecesOf(text, terms).map((piece, i) =>
    piece.found ? <mark key={i}>{piece.text}</mark> : piece.text,
  );
}
