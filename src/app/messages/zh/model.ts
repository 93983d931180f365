import type { model as english } from '../en/model.ts';

export const model: typeof english = {
  title: '模型说得准吗',
};
