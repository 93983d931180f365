import { describe, expect, it } from 'vitest';
import { compileDeck } from '../../src/decks/compile.ts';
import { loadDecks } from '../../src/decks/loadDecks.ts';
import { packDeck, unpackDeck } from '../../src/decks/pack.ts';
import { parseDeck } from '../../src/decks/parse.ts';
import type { Deck } from '../../src/domain/deck.ts';
import { GOOD, textsOf } from './aDeck.ts';

function compiled(): Deck {
  const parsed = parseDeck(textsOf(GOOD), new Map([['other', new Set(['something'])]]));
  if (!parsed.ok) throw new Error('The sound deck is not sound');
  return compileDeck(parsed).deck;
}

/** As it travels: through JSON. */
const carried = (deck: Deck) => unpackDeck(JSON.parse(JSON.stringify(packDeck(deck))));

describe('a packed deck', () => {
  it('is the same deck again', () => {
    const deck = compiled();
    expect(carried(deck)).toEqual(deck);
  });

  it('is the same deck again, for the decks of the app', { timeout: 120_000 }, () => {
    const { decks } = loadDecks('decks');
    expect(decks).not.toHaveLength(0);
    for (const { deck } of decks) expect(carried(deck)).toEqual(deck);
  });

  it('keeps a note under another id than its concept’s, and needs of another deck', () => {
    const deck = compiled();
    const [card, ...others] = deck.cards;
    const [chapter, ...later] = deck.chapters;
    const [concept, ...rest] = chapter?.concepts ?? [];
    if (!card || !chapter || !concept) throw new Error('The sound deck is empty');
    const moved = { ...card, id: 'demo/elsewhere.note', noteId: 'demo/elsewhere.note' };
    const needing = { ...concept, needs: ['other/something'] };
    const changed: Deck = {
      ...deck,
      chapters: [{ ...chapter, concepts: [needing, ...rest] }, ...later],
      cards: [moved, ...others],
    };
    expect(carried(changed)).toEqual(changed);
  });
});
