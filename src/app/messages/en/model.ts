/** Words of the page that holds the model against the learner. */
export const model = {
  title: 'Is the model right about me?',
};
