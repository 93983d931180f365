import { piecesOf } from '../../domain/find.ts';

export interface PiecesProps {
  readonly text: string;
  readonly marks: readonly string[];
}

/** A text in which what was looked for stands out. */
export function Pieces({ text, marks }: PiecesProps) {
  return piecesOf(text, marks).map((piece, i) =>
    piece.found ? <mark key={i}>{piece.text}</mark> : piece.text,
  );
}
