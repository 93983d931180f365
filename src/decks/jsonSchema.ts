/** JSON Schemas of the deck files, by which an editor completes and checks as one writes. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { ChapterFile, DeckFile, GlossaryFile } from './format.ts';

/** File name → text. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const write = (
    title: string,
    schema: typeof ChapterFile | typeof DeckFile | typeof GlossaryFile,
  ) => `${JSON.stringify({ title, ...toJsonSchema(schema) }, null, 2)}\n`;
  return new Map([
    ['deck.schema.json', write('deck.yaml of a Fanshi deck', DeckFile)],
    ['chapter.schema.json', write('A chapter of a Fanshi deck', ChapterFile)],
    ['glossary.schema.json', write('The glossary of a folder of decks', GlossaryFile)],
  ]);
}
