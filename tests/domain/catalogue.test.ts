/** Decks indexed: what stands beside a card, and in which order new ones come. */
import { describe, expect, it } from 'vitest';
import { areConfusable, buildCatalogue, siblingsOf } from '../../src/domain/catalogue.ts';
import { aCard, aCatalogue, aConcept, aDeck } from '../builders.ts';

const catalogue = aCatalogue(
  ['talk/a', 'talk/b/there', 'talk/b/back', 'talk/c', 'more/a'],
  [aConcept('talk/a', { near: ['talk/c'] }), aConcept('talk/c', { near: ['talk/a'] })],
  { 'talk/old': 'talk/a' },
);

describe('the catalogue', () => {
  it('knows siblings: the other cards of a note', () => {
    expect(siblingsOf(catalogue, 'talk/b/there')).toEqual(['talk/b/back']);
    expect(siblingsOf(catalogue, 'talk/a')).toEqual([]);
    expect(siblingsOf(catalogue, 'talk/unknown')).toEqual([]);
  });

  it('knows what confuses: siblings and near ideas, both ways, and nothing unknown', () => {
    expect(areConfusable(catalogue, 'talk/b/there', 'talk/b/back')).toBe(true);
    expect(areConfusable(catalogue, 'talk/a', 'talk/c')).toBe(true);
    expect(areConfusable(catalogue, 'talk/c', 'talk/a')).toBe(true);
    expect(areConfusable(catalogue, 'talk/a', 'more/a')).toBe(false);
    expect(areConfusable(catalogue, 'talk/a', 'talk/unknown')).toBe(false);
  });

  it('calls a card by today’s name', () => {
    expect(catalogue.currentId('talk/old')).toBe('talk/a');
    expect(catalogue.currentId('talk/c')).toBe('talk/c');
  });

  it('orders new cards as the decks do, or shuffled, the same way every day', () => {
    const deck = catalogue.order('deck');
    expect(deck).toEqual(['talk/a', 'talk/b/there', 'talk/b/back', 'talk/c', 'more/a']);
    const many = Array.from({ length: 30 }, (_, i) => `talk/${i}`);
    const shuffled = aCatalogue(many).order('shuffled');
    expect(shuffled).not.toEqual(many);
    expect(shuffled.toSorted()).toEqual(many.toSorted());
    expect(aCatalogue(many.toReversed()).order('shuffled')).toEqual(shuffled);
  });

  it('changes its version with any deck', () => {
    const of = (version: string) => buildCatalogue([aDeck([aCard('talk/a')], [], { version })]);
    expect(of('1').version).not.toBe(of('2').version);
  });
});
