/** A part of the decks: choosing it, and saying it. */
export const scope = {
  label: 'Scope',
  count: (chosen: number, of: number) => `${chosen} / ${of}`,
  unfold: (name: string) => `Parts of ${name}`,
  separator: ', ',
  /** The names that are said, of so many. */
  andMore: (names: string, said: number, of: number) =>
    said === of ? names : `${names} and ${of - said} more`,
  comesTo: (concepts: number) => `${concepts} ${concepts === 1 ? 'concept' : 'concepts'}`,
  nothing: 'nothing chosen',
};
