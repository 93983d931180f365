/** For every rule of the critic a note that breaks it, and its neighbour that does not. */
import type { Language } from '../../src/domain/deck.ts';
import type { NoteFile, TextFile } from '../../src/decks/format.ts';
import type { WarningRule } from '../../src/decks/critic/warnings.ts';

export interface BadNote {
  readonly rule: WarningRule;
  readonly name: string;
  readonly bad: NoteFile;
  readonly good: NoteFile;
  /** Those it is bad in: both, unless it says otherwise. */
  readonly languages?: readonly Language[];
}

const t = (zh: string, en: string): TextFile => ({ zh, en });
const base = {
  id: 'tested.note',
  why: t('例如天平，两头都要看。', 'Think of scales: both sides count.'),
  from: 'talk' as const,
};
type Text = readonly [zh: string, en: string];

const ASK: Text = [
  '演讲认为，平台靠什么取胜？',
  'According to the talk, what makes a platform win?',
];
const ANSWER: Text = ['开发者的生态', 'An ecosystem of developers'];

function basic(ask: Text = ASK, answer: Text = ANSWER, more: Partial<NoteFile> = {}): NoteFile {
  return { ...base, kind: 'basic', ask: t(...ask), answer: t(...answer), ...more } as NoteFile;
}

function asking(zh: string, en = ASK[1]): NoteFile {
  return basic([zh, en]);
}

function answering(zh: string, en: string, more: Partial<NoteFile> = {}): NoteFile {
  return basic(ASK, [zh, en], more);
}

function choice(ask: Text, answer: Text, ...wrong: readonly Text[]): NoteFile {
  return {
    ...base,
    kind: 'choice',
    ask: t(...ask),
    answer: t(...answer),
    wrong: wrong.map(([zh, en]) => t(zh, en)),
  };
}

function cloze(zh: string, en: string): NoteFile {
  return { ...base, kind: 'cloze', text: t(zh, en) };
}

function list(...items: readonly Text[]): NoteFile {
  const ask = t(...ASK);
  const keyed = items.map(([zh, en], i) => ({ key: `k${i}`, zh, en }));
  return { ...base, kind: 'list', ask, items: keyed };
}

const WHICH: Text = ['下面哪一样是演讲的例子？', 'Which of these is the talk’s example?'];
const LONG_ZH = '平台要靠开发者在上面做出应用，'.repeat(3);
const LONG_EN = 'Developers have to build applications on the platform, '.repeat(3);
/** Not the neighbour of anything: a case may say what other notes may not. */
const CASE = { case: true } as const;

export const BAD_NOTES: readonly BadNote[] = [
  {
    rule: 'long-answer',
    name: 'an answer of three lines',
    bad: answering(LONG_ZH, LONG_EN),
    good: answering('平台要靠开发者在上面做出应用', 'Developers have to build applications on it'),
  },
  {
    rule: 'long-answer',
    name: 'an answer of three lines in one language',
    languages: ['en'],
    bad: answering('开发者的生态和他们在上面做出的各种各样的应用', LONG_EN),
    good: answering('开发者的生态和他们在上面做出的各种应用', LONG_EN.slice(0, 110)),
  },
  {
    rule: 'long-answer',
    name: 'an item of two lines',
    bad: list(['应用', 'Applications'], [LONG_ZH.slice(0, 24), LONG_EN.slice(0, 64)]),
    good: list(['应用', 'Applications'], [LONG_ZH.slice(0, 14), LONG_EN.slice(0, 50)]),
  },
  {
    rule: 'long-answer',
    name: 'a blank that hides a sentence',
    bad: cloze(
      `演讲认为：{{a::${LONG_ZH.slice(0, 15)}}}`,
      `The talk says: {{a::${LONG_EN.slice(0, 54)}}}`,
    ),
    good: cloze(
      '演讲认为平台要靠{{a::开发者}}。',
      'The talk says platforms need {{a::developers}}.',
    ),
  },
  {
    rule: 'front-without-set',
    name: 'an ordinal of nothing',
    bad: basic(['第二项说的是哪种成本？', 'Of what kind of cost does the second speak?']),
    good: basic([
      '演讲的第二项说的是哪种成本？',
      'Of what cost does the second point of the talk speak?',
    ]),
  },
  {
    rule: 'front-without-set',
    name: 'a count of nothing',
    bad: basic(['靠哪两样东西取胜？', 'Which two things make it win in the end?']),
    good: basic(['平台靠哪两样东西取胜？', 'Which two things make platforms win in the end?']),
  },
  {
    rule: 'front-without-set',
    name: 'a set that is only pointed at',
    bad: basic(['这四个词里，哪个最要紧？', 'What counts most in these four words?']),
    good: basic([
      '“进化”的四个词里，哪个最要紧？',
      'What counts most in these four words of “evolution”?',
    ]),
  },
  {
    rule: 'bare-front',
    name: 'a pronoun',
    bad: basic(['它指的是什么意思？', 'What does it mean?']),
    good: basic(['“生态”指的是什么意思？', 'What does “ecosystem” mean?']),
  },
  {
    rule: 'bare-front',
    name: 'two words',
    bad: basic(['为什么？', 'And why?']),
    good: basic(['为什么要有平台？', 'Why have platforms?']),
  },
  {
    rule: 'yes-no',
    name: 'a yes',
    bad: basic(['演讲认为平台会赚钱吗？', 'Does the talk think that platforms pay?']),
    good: basic(['演讲认为平台靠什么赚钱？', 'How does the talk think that platforms pay?']),
  },
  {
    rule: 'yes-no',
    name: 'a whether',
    bad: basic([
      '按演讲的看法，这家店是否算平台？',
      'By the talk’s view, is this shop a platform?',
    ]),
    good: basic([
      '按演讲的看法，这家店为什么算平台？',
      'By the talk’s view, why is this shop a platform?',
    ]),
  },
  {
    rule: 'coin-toss',
    name: 'one of two',
    bad: basic(['演讲更看重数据还是算力？', 'Which does the talk value more, data or compute?']),
    good: basic([
      '演讲更看重数据还是算力，为什么？',
      'Which does the talk value more, data or compute, and why?',
    ]),
  },
  {
    rule: 'coin-toss',
    name: 'is it this or that',
    bad: basic(['这笔钱是边际的，还是固定的？', 'Is this money marginal or fixed?']),
    good: basic(['这笔钱是什么成本？', 'What kind of cost is this money?']),
  },
  {
    rule: 'list-whole',
    name: 'six things in an answer',
    bad: answering('甲、乙、丙、丁、戊、己', 'Ants, bees, cats, dogs, eels and foxes'),
    good: answering('甲、乙、丙、丁、戊', 'Ants, bees, cats, dogs and eels'),
  },
  {
    rule: 'answer-leaked',
    name: 'the whole answer',
    bad: basic([
      '演讲说，有了开发者的生态，平台会怎样？',
      'What does an ecosystem of developers do for platforms?',
    ]),
    good: basic(),
  },
  {
    rule: 'answer-leaked',
    name: 'what stands in brackets',
    bad: basic(
      ['PEFT这种微调叫什么？', 'What is the PEFT way of tuning called?'],
      ['参数有效微调（PEFT）', 'Parameter-efficient fine-tuning (PEFT)'],
    ),
    good: basic(
      ['只动少数参数的微调叫什么？', 'What is tuning of a few weights called?'],
      ['参数有效微调（PEFT）', 'Parameter-efficient fine-tuning (PEFT)'],
    ),
  },
  {
    rule: 'answer-leaked',
    name: 'the words of the answer in another order',
    bad: basic(
      [
        '开发者多，平台的应用就多，说明了什么？',
        'Developers build applications for platforms: so what?',
      ],
      ['平台的应用和开发者', 'Platforms: applications that developers build'],
    ),
    good: basic(
      ['平台上的人多，说明了什么？', 'Many people on platforms: so what?'],
      ['平台的应用和开发者', 'Platforms: applications that developers build'],
    ),
  },
  {
    rule: 'answer-leaked',
    name: 'the same name in the other language',
    languages: ['zh', 'en'],
    bad: basic(
      ['ModelScope是阿里云的什么社区？', 'Which community did Alibaba Cloud open?'],
      ['魔搭', 'ModelScope'],
    ),
    good: basic(
      ['阿里云开了什么社区？', 'Which community did Alibaba Cloud open?'],
      ['魔搭', 'ModelScope'],
    ),
  },
  {
    rule: 'answer-leaked',
    name: 'the same words in the other language, whether hyphens part them or spaces',
    languages: ['zh', 'en'],
    bad: basic(
      ['Model-as-a-Service用中文怎么说？', 'What does MaaS stand for?'],
      ['模型即服务', 'Model as a service'],
    ),
    good: basic(
      ['MaaS用中文怎么说？', 'What does MaaS stand for?'],
      ['模型即服务', 'Model as a service'],
    ),
  },
  {
    rule: 'answer-leaked',
    name: 'an item of the list',
    bad: list(['平台', 'Platform'], ['应用', 'Applications']),
    good: list(['用户', 'Users'], ['应用', 'Applications']),
  },
  {
    rule: 'answer-leaked',
    name: 'only the right option echoes the front',
    bad: choice(
      [
        '一家建水电站的公司投了大钱。它付的是什么？',
        'A firm builds a hydroelectric dam. What has it paid?',
      ],
      ['水电站的成本', 'Cost of the dam'],
      ['运费的成本', 'Cost of freight'],
      ['人力的成本', 'Cost of labour'],
    ),
    good: choice(
      ['一家公司投了大钱。它付的是什么？', 'A firm spends a great sum. What has it paid?'],
      ['水电站的成本', 'Cost of the dam'],
      ['运费的成本', 'Cost of freight'],
      ['人力的成本', 'Cost of labour'],
    ),
  },
  {
    rule: 'answer-leaked',
    name: 'hidden here, shown there',
    bad: cloze(
      '先有{{a::感知}}，没有感知就没有行动。',
      'First {{a::sensing}}: no sensing, no action.',
    ),
    good: cloze(
      '先有{{a::感知}}，没有它就没有行动。',
      'First {{a::sensing}}: without it, no action.',
    ),
  },
  {
    rule: 'answer-leaked',
    name: 'said in a case, which may only name what it asks about',
    bad: basic(
      ['两人都靠开发者的生态。为什么？', 'Both rely on an ecosystem of developers. Why?'],
      ANSWER,
      CASE,
    ),
    good: basic(
      [
        '开发者多，平台的应用就多，说明了什么？',
        'Developers build applications for platforms: so what?',
      ],
      ['平台的应用和开发者', 'Platforms: applications that developers build'],
      CASE,
    ),
  },
  {
    rule: 'languages-differ',
    name: 'another number',
    bad: answering('三个子系统', 'Four subsystems'),
    good: answering('三个子系统', 'Three subsystems'),
  },
  {
    rule: 'languages-differ',
    name: 'another year',
    bad: basic(['演讲说2023年的平台靠什么？', 'In the talk, what did platforms of 2022 live on?']),
    good: basic(['演讲说2023年的平台靠什么？', 'In the talk, what did platforms of 2023 live on?']),
  },
  {
    rule: 'languages-differ',
    name: 'a number wanted in one language only',
    bad: basic(['演讲说平台靠哪两样？', 'In the talk, what do platforms live on?']),
    good: basic(['演讲说平台靠哪两样？', 'In the talk, which two things do platforms live on?']),
  },
  {
    rule: 'languages-differ',
    name: 'one blank more',
    bad: cloze('{{a::感知}}在先，{{a::感知}}在后。', 'First and last {{a::sensing}}.'),
    good: cloze('先后都是{{a::感知}}。', 'First and last {{a::sensing}}.'),
  },
  {
    rule: 'languages-differ',
    name: 'a much longer answer',
    languages: [],
    bad: answering('生态', 'A place where developers can earn what they need to live'),
    good: answering('开发者赚得到生活费的地方', 'A place where developers can earn what they need'),
  },
  {
    rule: 'languages-differ',
    name: 'a name in one language only',
    languages: ['zh'],
    bad: answering('按MaaS卖的模型', 'Models for sale by the call'),
    good: answering('按MaaS卖的模型', 'Models for sale as MaaS'),
  },
  {
    rule: 'near-duplicate',
    name: 'the question of another note',
    languages: [],
    bad: basic(
      [
        '水往低处流，是什么力量让它这样流的？',
        'Water flows downhill. What force makes it flow so?',
      ],
      ['重力的作用', 'The pull of gravity'],
    ),
    good: basic(
      ['月亮绕着地球转，又是什么使然？', 'The moon goes round the earth. What keeps it there?'],
      ['重力的作用', 'The pull of gravity'],
    ),
  },
  {
    rule: 'cloze-function-word',
    name: 'a conjunction',
    bad: cloze('平台{{a::和}}应用都要有。', 'Platforms {{a::and}} applications are needed.'),
    good: cloze('平台和{{a::应用}}都要有。', 'Platforms and {{a::applications}} are needed.'),
  },
  {
    rule: 'missing-why',
    name: 'the answer again',
    bad: answering(...ANSWER, { why: t('开发者的生态。', 'An ecosystem of developers.') }),
    good: answering(...ANSWER, { why: t('应用要有人来做。', 'Somebody has to build things.') }),
  },
  {
    rule: 'option-length',
    name: 'the longest',
    bad: choice(
      WHICH,
      ['在平台上写应用的许多开发者', 'The many developers who write applications'],
      ['买手机的人', 'Buyers of a phone'],
      ['做广告的人', 'Makers of adverts'],
    ),
    good: choice(
      WHICH,
      ['写应用的人', 'Writers of apps'],
      ['买手机的人', 'Buyers of a phone'],
      ['做广告的人', 'Makers of adverts'],
    ),
  },
  {
    rule: 'option-length',
    name: 'the shortest',
    bad: choice(
      WHICH,
      ['农民', 'Farmers'],
      ['拿着手机买东西的人', 'People who buy on phones'],
      ['替别人做广告的人', 'People who make adverts'],
    ),
    good: choice(
      WHICH,
      ['替别人种地的人', 'People who till the land'],
      ['拿着手机买东西的人', 'People who buy on phones'],
      ['替别人做广告的人', 'People who make adverts'],
    ),
  },
  {
    rule: 'option-length',
    name: 'the only one with a comma',
    bad: choice(
      WHICH,
      ['种地，不买', 'Till, not buy'],
      ['买手机的人', 'Buyers of phones'],
      ['做广告的人', 'Makers of adverts'],
    ),
    good: choice(
      WHICH,
      ['种地，不买', 'Till, not buy'],
      ['买手机，不卖', 'Buy, not sell'],
      ['做广告的人', 'Makers of adverts'],
    ),
  },
  {
    rule: 'typed-space',
    name: 'a space beside Latin letters',
    languages: [],
    bad: asking('演讲认为，PC 平台靠什么取胜？', 'In the talk, what makes a PC platform win?'),
    good: asking('演讲认为，PC平台靠什么取胜？', 'In the talk, what makes a PC platform win?'),
  },
  {
    rule: 'typed-space',
    name: 'a space beside a formula',
    languages: [],
    bad: answering('权重是 $W$ 的和', 'The sum of the weights $W$'),
    good: answering('权重是$W$的和', 'The sum of the weights $W$'),
  },
  {
    rule: 'straight-quotes',
    name: 'a typewriter’s quotes in Chinese',
    languages: ['zh'],
    bad: asking('演讲认为，"平台"靠什么取胜？'),
    good: asking('演讲认为，“平台”靠什么取胜？'),
  },
  {
    rule: 'straight-quotes',
    name: 'a typewriter’s apostrophe in English',
    languages: ['en'],
    bad: asking(ASK[0], "In the talk's view, what makes a platform win?"),
    good: asking(ASK[0], 'In the talk’s view, what makes a `"platform"` win?'),
  },
];
