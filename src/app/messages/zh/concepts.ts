import type { concepts as english } from '../en/concepts.ts';

export const concepts: typeof english = {
  title: '概念',
};
