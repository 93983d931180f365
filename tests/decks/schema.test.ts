import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../src/decks/jsonSchema.ts';

describe('the schemas for editors', () => {
  it('know every kind of note and refuse unknown fields', () => {
    const text = jsonSchemas().get('chapter.schema.json') ?? '';
    for (const kind of ['basic', 'reversed', 'cloze', 'list', 'choice', 'contrast']) {
      expect(text).toContain(`"const": "${kind}"`);
    }
    expect(text).toContain('"additionalProperties": false');
    expect([...jsonSchemas().keys()]).toEqual([
      'deck.schema.json',
      'chapter.schema.json',
      'glossary.schema.json',
    ]);
  });
});
