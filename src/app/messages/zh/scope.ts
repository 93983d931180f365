import type { scope as english } from '../en/scope.ts';

export const scope: typeof english = {
  label: '范围',
  count: (chosen, of) => `${chosen} / ${of}`,
  unfold: (name) => `“${name}”的各部分`,
  separator: '、',
  andMore: (names, said, of) => (said === of ? names : `${names}等${of}项`),
  comesTo: (concepts) => `${concepts}个概念`,
  nothing: '还没选',
};
