/** One bad deck per rule: the sound deck with one thing broken. */
import { type DECK_RULES } from '../../src/decks/issues.ts';
import { DECK, type Files, FIRST, GOOD, SECOND, edited } from './aDeck.ts';

export interface BadDeck {
  readonly rule: keyof typeof DECK_RULES;
  readonly name: string;
  readonly files: Files;
  readonly file: string;
  /** The line with this text is the one that must be named. */
  readonly at: string;
}

const inDeck = (from: string, to: string) => ({
  ...GOOD,
  'deck.yaml': edited(DECK, from, to),
});
const inFirst = (from: string, to: string) => ({ ...GOOD, 'first.yaml': edited(FIRST, from, to) });
const inSecond = (from: string, to: string) => ({
  ...GOOD,
  'second.yaml': edited(SECOND, from, to),
});

function first(rule: BadDeck['rule'], from: string, to: string, at = to): BadDeck {
  return { rule, name: `${rule}: ${to}`, files: inFirst(from, to), file: 'first.yaml', at };
}
function second(rule: BadDeck['rule'], from: string, to: string, at = to): BadDeck {
  return { rule, name: `${rule}: ${to}`, files: inSecond(from, to), file: 'second.yaml', at };
}
function deck(rule: BadDeck['rule'], from: string, to: string, at = to): BadDeck {
  return { rule, name: `${rule}: ${to}`, files: inDeck(from, to), file: 'deck.yaml', at };
}

function glossary(rule: BadDeck['rule'], terms: string, at: string, files: Files = GOOD): BadDeck {
  const text = `terms:\n${terms}`;
  const file = { ...files, 'glossary.yaml': text };
  const place = text.includes(at) ? 'glossary.yaml' : 'first.yaml';
  return { rule, name: `${rule}: ${at}`, files: file, file: place, at };
}

const SENSE = '先{{sense::感知}}，再{{think::思考::动脑}}。';
const item = (key: string) => `          - { key: ${key}, zh: 丙${key}, en: C${key} }\n`;

export const BAD_DECKS: readonly BadDeck[] = [
  deck('bad-yaml', 'licence: CC BY 4.0', 'licence: [CC BY 4.0', 'source:'),
  deck('bad-yaml', 'licence: CC BY 4.0', 'licence: !!js/function x'),
  deck('duplicate-key', 'licence: CC BY 4.0', 'licence: CC BY 4.0\nlicence: MIT', 'licence: MIT'),
  deck('forbidden-key', 'licence: CC BY 4.0', 'licence: MIT\n__proto__: { x: 1 }', '__proto__'),
  deck('forbidden-key', 'licence: CC BY 4.0', 'licence: MIT\nconstructor: 1', 'constructor'),
  deck('forbidden-key', 'licence: CC BY 4.0', 'licence: MIT\nprototype: 1', 'prototype'),
  deck('yaml-alias', 'title: { zh: 演讲, en: The talk }', 'title: &t { zh: 演讲, en: *t }'),
  deck('missing-field', 'licence: CC BY 4.0\n', '', 'deck: demo'),
  deck('unknown-field', 'licence: CC BY 4.0', 'licence: MIT\nlicense: MIT', 'license: MIT'),
  deck('wrong-type', '  year: 2023', '  year: "2023"'),
  deck('unsafe-link', '  at: "https://example.org/?t={seconds}"', '  video: "javascript:alert(1)"'),
  deck('bad-time-address', '{seconds}', '5', 'https://example.org/?t=5'),
  deck('missing-language', 'about: { zh: 关于, en: About }', 'about: { zh: 关于 }'),
  deck('empty-text', 'en: About', 'en: " "'),
  deck('chapter-missing', 'chapters: [first, second]', 'chapters: [first, second, third]'),
  deck('duplicate-id', 'chapters: [first, second]', 'chapters: [first, second, first]'),
  deck('bad-id', 'deck: demo', 'deck: de mo'),
  {
    rule: 'chapter-unlisted',
    name: 'a file that deck.yaml does not name',
    files: inDeck('[first, second]', '[second]'),
    file: 'first.yaml',
    at: 'chapter: first',
  },
  {
    rule: 'deck-missing',
    name: 'no deck.yaml',
    files: { 'first.yaml': FIRST },
    file: 'deck.yaml',
    at: '',
  },
  {
    rule: 'chapter-file-name',
    name: 'a file named otherwise than its chapter',
    files: inFirst('chapter: first', 'chapter: fist'),
    file: 'first.yaml',
    at: 'chapter: fist',
  },
  first('unknown-kind', 'kind: basic', 'kind: basics'),
  first('missing-field', '        kind: basic\n', '', 'id: three-in-one.what'),
  first(
    'missing-field',
    '        why: { zh: 因为。, en: Because. }\n        from: { cite',
    '        from: { cite',
    'id: three-in-one.name',
  ),
  first('other-kind-field', 'kind: basic', 'kind: basic\n        wrong: []', 'wrong: []'),
  first('bad-id', 'id: three-in-one.what', 'id: three_in_one.what'),
  first('bad-key', 'key: model', 'key: the model'),
  first('bad-key', SENSE, '先{{a b::感知}}，再{{think::思考::动脑}}。'),
  first('reserved-key', 'key: model', 'key: all'),
  first('duplicate-item-key', '{ key: model,', '{ key: information, ', 'information,  zh'),
  first(
    'duplicate-id',
    'id: three-in-one.name',
    'id: three-in-one.what',
    'id: three-in-one.what\n        kind: reversed',
  ),
  second('duplicate-id', 'id: second.free', 'id: cost', 'id: cost\n    ask'),
  first('bad-time', 'at: "~00:02:00"', 'at: "2:00"'),
  first('bad-time', 'at: "00:01:45"', 'at: "00:61:45"'),
  first('bad-from', 'from: { cite: "Hu et al. 2021, LoRA" }', 'from: the talk'),
  second('untested-with-notes', '    needs: [three-in-one]', '    untested: why not'),
  second('concept-without-notes', '    untested: only an aside\n', '', 'id: aside'),
  first('cloze-without-blank', SENSE, '先感知，再思考。'),
  first('cloze-unbalanced', SENSE, '先{{sense::感知}，再{{think::思考}}。'),
  first('cloze-unbalanced', SENSE, '先{{sense::感知}}，再{{think::思考}}}}。'),
  first('cloze-unbalanced', SENSE, '先{{sense::感知}}，再{{think::思考}}，{{完}}。'),
  first('cloze-unbalanced', SENSE, '先{{sense::感{{x::知}}}}，再{{think::思考}}。'),
  first('cloze-keys-differ', SENSE, '先{{sense::感知}}。', 'text:'),
  first('cloze-key-twice', SENSE, '{{sense::感知}}，{{think::思考}}，{{sense::感觉}}。'),
  first('cloze-misplaced', '{ zh: 什么是拐点？', '{ zh: "什么是{{a::拐点}}？"'),
  second('list-without-items', '          - { key: b, zh: 乙, en: B }\n', '', 'items:'),
  second(
    'list-too-long',
    '          - { key: b, zh: 乙, en: B }\n        each: true\n',
    ['b', 'c', 'd', 'e', 'f'].map(item).join(''),
    'items:',
  ),
  second('choice-wrong-count', '          - { zh: 没有, en: None }\n', '', 'wrong:'),
  second(
    'choice-wrong-count',
    '          - { zh: 没有, en: None }\n',
    [1, 2, 3, 4, 5].map((n) => `          - { zh: 错${n}, en: W${n} }\n`).join(''),
    'wrong:',
  ),
  second('choice-same-option', '{ zh: 没有, en: None }', '{ zh: 固定, en: None }'),
  second('choice-same-option', '{ zh: 没有, en: None }', '{ zh: 没有, en: marginal }'),
  second('contrast-same-concept', 'of: [cost, three-in-one]', 'of: [cost, cost]'),
  second('contrast-not-first', 'of: [cost, three-in-one]', 'of: [three-in-one, cost]'),
  second('unknown-concept', 'of: [cost, three-in-one]', 'of: [cost, nothing]'),
  second('unknown-concept', 'near: [three-in-one]', 'near: [nothing]'),
  second('unknown-concept', 'needs: [three-in-one]', 'needs: [nothing]'),
  second('unknown-concept', 'needs: [three-in-one]', 'needs: [demo/nothing]'),
  second('unknown-concept', 'needs: [three-in-one]', 'needs: [other/nothing]'),
  second('unknown-concept', 'about: [cost]', 'about: [nothing]'),
  second('needs-cycle', 'needs: [three-in-one]', 'needs: [cost]'),
  first('needs-cycle', '    at: "~00:02:00"', '    needs: [cost]'),
  {
    rule: 'needs-later',
    name: 'a concept that needs a later one',
    files: {
      ...inFirst('    at: "~00:02:00"', '    needs: [cost]'),
      'second.yaml': edited(SECOND, '    needs: [three-in-one]\n', ''),
    },
    file: 'first.yaml',
    at: 'needs: [cost]',
  },
  first('raw-html', '什么是拐点？', '什么是<br>拐点？'),
  first('raw-html', 'zh: "先', 'zh: "<br>先'),
  first('unsafe-link', '什么是拐点？', '"[拐点](javascript:alert(1))"'),
  first('unsafe-link', '什么是拐点？', '"[拐点](page.html)"'),
  first('no-images', '什么是拐点？', '"![拐点](https://example.org/x.png)"'),
  first('bad-maths', '$W_0+BA$', '$\\\\frac{a$', 'frac{a'),
  first('stray-emphasis', '三个**系统**。', '"是**“系统”**的。"'),
  first('bad-character', '什么是拐点？', '什么是\u202e拐点？'),
  first('empty-list', 'answer: { zh: 三位一体, en', 'answer: { zh: "2015.", en'),
  first('empty-list', 'answer: { zh: 三位一体, en: Three in one }', 'answer: { zh: 三, en: "3." }'),
  first('allow-unknown', 'kind: basic', 'kind: basic\n        allow: { nothing: so }', 'allow:'),
  first('allow-unknown', 'kind: basic', 'kind: basic\n        allow: { allow-idle: so }', 'allow:'),
  second(
    'allow-unknown',
    '    untested: only an aside',
    '    untested: only an aside\n    allow: { bad-id: so }',
    'allow:',
  ),
  deck('wrong-type', '  year: 2023', '  notes: { lines: [0] }', 'notes:'),
  deck('line-not-covered', '  year: 2023', '  notes: { lines: [1, 3] }', 'notes:'),
  first('line-unknown', '    at: "~00:02:00"', '    lines: [2]'),
  {
    rule: 'line-unknown',
    name: 'a line that deck.yaml does not list',
    files: {
      ...inDeck('  year: 2023', '  notes: { lines: [1] }'),
      'first.yaml': edited(FIRST, '    at: "~00:02:00"', '    lines:\n      - 1\n      - 2'),
    },
    file: 'first.yaml',
    at: '- 2',
  },
  glossary('wrong-type', '  - 3\n', '- 3'),
  glossary('missing-language', '  - { zh: 拐点 }\n', '- { zh'),
  glossary(
    'glossary-twice',
    '  - { zh: 拐点, en: inflection }\n  - { zh: 范式, en: Inflection }\n',
    '- { zh: 范式',
  ),
  glossary(
    'glossary-contradiction',
    '  - { zh: 拐点, en: inflection, not: { zh: [范式] } }\n  - { zh: 范式, en: paradigm }\n',
    'not:',
  ),
  glossary(
    'glossary',
    '  - { zh: 拐点处, en: turn, not: { zh: [拐点] } }\n',
    'ask: { zh: 什么是拐点',
  ),
  glossary(
    'glossary',
    '  - { zh: 体系, en: structure, not: { en: [system] } }\n',
    'gist: { zh: 三个',
    inFirst('Which three systems?', 'Which three?'),
  ),
  first('half-width', '什么是拐点？', '什么是拐点?'),
];
