/** Words of the concepts: the map, the list, and a concept’s own page. */
export const concepts = {
  title: 'Concepts',
};
