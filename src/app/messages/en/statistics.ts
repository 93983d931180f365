/** Words of the statistics. */
export const statistics = {
  title: 'Statistics',
};
