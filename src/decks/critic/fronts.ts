/** Whether a front can be understood by itself, and whether it asks for more than a guess. */
import type { Language } from '../../domain/deck.ts';
import { termsIn } from '../glossary.ts';
import { type NoteCheck, type ReadDeck, type ReadNote, inEachFace } from './reading.ts';
import { contentOf, lastSentence, normalised } from './words.ts';

type Patterns = Readonly<Record<Language, RegExp>>;

const NUMERAL = '[二两三四五六七八九十]';
const MEASURE = '[个项样种步点条类层句块者词道]';
/** A number that points at a set: 第二项, 哪三个, 这五个, "the first", "which three". */
const COUNTED: Patterns = {
  zh: new RegExp(
    `第[一二三四五六七八九十]+${MEASURE}?|[哪这那前后其]${NUMERAL}${MEASURE}|另外${NUMERAL}${MEASURE}|${NUMERAL}${MEASURE}[^，。？]{0,4}(?:里|中|之一|依次|分别)`,
    'u',
  ),
  en: /\b(?:(?:the|which|what|these|those|other|all)\s+(?:two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|last)|(?:two|three|four|five|six|seven) of the)\b(?!\s+(?:time|place)\b)/i,
};
const SOURCE: Patterns = {
  zh: /演讲|上海场|实录|笔记|幻灯片|讲者|陆奇/u,
  en: /\b(?:talk|transcript|notes?|slides?|speaker|Lu Qi)\b/i,
};
const QUOTED = /[“《「][^”》」]+[”》」]/u;
/** A name in Latin letters: in English one that does not merely begin the sentence. */
const NAME: Patterns = { zh: /[A-Z][A-Za-z]+/u, en: /(?<=[^.?!\s]\s)(?!I\b)[A-Z][A-Za-z]*/u };

export const frontWithoutSet: NoteCheck = (read, deck) => {
  // A case brings its own things, and counts them.
  if (read.note.case) return [];
  return inEachFace((ask, _, language) => {
    const counted = COUNTED[language].exec(ask)?.[0];
    if (counted === undefined || namesItsSet(ask, language, read, deck)) return [];
    return [`the ${language} front says "${counted}" of a set it does not name`];
  })(read, deck);
};

function namesItsSet(
  ask: string,
  language: Language,
  { concept, note }: ReadNote,
  { concepts, glossary }: ReadDeck,
): boolean {
  if (SOURCE[language].test(ask) || QUOTED.test(ask) || NAME[language].test(ask)) return true;
  if (glossary && termsIn(ask, language, glossary).length > 0) return true;
  const own = note.kind === 'contrast' ? concepts.filter(({ id }) => note.of.includes(id)) : [];
  const front = contentOf(ask, language);
  return [concept, ...own].some(({ name }) =>
    [...contentOf(name[language], language)].some((word) => front.has(word)),
  );
}

/** Characters of Chinese, words of English. */
const SHORTEST: Readonly<Record<Language, number>> = { zh: 6, en: 3 };
/** What a question is made of when it names nothing. */
const NAMELESS: Patterns = {
  zh: /[它他她这那其此]们?|[个些种样项者]|什么|怎样|怎么|如何|为何|为什么|哪里?|有何|不同|区别|意思|作用|来源|是|指|叫作?|称为?|做|的|用|会|在|有|又|和|与|呢|了|吗|说|由|从/gu,
  en: /\b(?:what|which|who|how|why|when|where|is|are|was|were|do|does|did|it|its|this|that|these|those|they|them|their|he|she|mean|means|called|call|name|one|ones|of|for|from|in|to|the|a|an|about|and|differ|difference|work|works)\b/gi,
};

export const bareFront: NoteCheck = inEachFace((ask, _, language) => {
  const size = language === 'zh' ? ask.length : ask.split(/\s+/).length;
  if (size < SHORTEST[language]) return [`the ${language} front is too short to be understood`];
  const rest = normalised(ask.replace(NAMELESS[language], ''));
  return rest === '' ? [`the ${language} front names nothing`] : [];
});

/** Words by which a question asks for more than one of the things it offers. */
const ASKS_MORE: Patterns = {
  zh: /为什么|为何|按什么|理由|凭什么|说出|怎么|怎样|如何|依据|根据什么|错在|什么|哪|谁|多少/u,
  en: /\b(?:why|what|how|where|when|who|whose|reason|explain|say|name)\b/i,
};
const YES_NO: Patterns = {
  zh: /吗[？?]?$|是否|是不是|对不对|有没有|能不能|会不会|算不算|要不要|可不可以/u,
  en: /^(?:[^,?]{1,60},\s+)?(?:is|are|was|were|do|does|did|can|could|will|would|has|have|should)\s/i,
};

export const yesNo: NoteCheck = inEachFace((ask, _, language) => {
  const question = lastSentence(ask);
  if (!YES_NO[language].test(question) || ASKS_MORE[language].test(question)) return [];
  if (isTwoWay(question, language)) return [];
  return /\bwhich\b/i.test(question) ? [] : [`the ${language} front can be answered yes or no`];
});

export const coinToss: NoteCheck = inEachFace((ask, _, language) => {
  const question = lastSentence(ask);
  if (!isTwoWay(question, language) || ASKS_MORE[language].test(question)) return [];
  return [`the ${language} front offers two answers and asks no more`];
});

/** `A还是B？`; `Is it A or B?`, `Which is it, A or B?`. Three alternatives are no coin. */
function isTwoWay(question: string, language: Language): boolean {
  if (!/[？?][”’]?$/u.test(question)) return false;
  if (language === 'zh') return /.还是[^，。、？?]+[？?]/u.test(question) && !/、/u.test(question);
  if (/,\s+or\s/.test(question)) return false;
  const offers =
    /(?:,|:|\bwhether|^(?:is|are|was|were|do|does|did|can|could|will|would)\b)[^,?]*\sor\s[^,?]+\?/i;
  return offers.test(question);
}
