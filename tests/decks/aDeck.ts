/** A small sound deck with every kind of note, and ways to read and change it. */
import { type CompiledDeck, compileDeck } from '../../src/decks/compile.ts';
import { type Lock, renamesOf } from '../../src/decks/lock.ts';
import { formatIssue } from '../../src/decks/issues.ts';
import { parseDeck } from '../../src/decks/parse.ts';
import type { DeckText } from '../../src/decks/yamlFile.ts';

export const DECK = `deck: demo
title: { zh: 示例, en: A demo }
about: { zh: 关于, en: About }
licence: CC BY 4.0
source:
  title: { zh: 演讲, en: The talk }
  year: 2023
  at: "https://example.org/?t={seconds}"
chapters: [first, second]
`;

export const FIRST = `chapter: first
title: { zh: 第一章, en: Chapter one }
at: "00:01:45"
concepts:
  - id: three-in-one
    name: { zh: 三位一体, en: Three in one }
    at: "~00:02:00"
    gist: { zh: 三个**系统**。, en: Three **systems**. }
    notes:
      - id: three-in-one.what
        kind: basic
        ask: { zh: 什么是拐点？, en: What is it? }
        answer: { zh: "权重是 $W_0+BA$。", en: "It costs $5 or $6, and $x$." }
        why: { zh: 因为。, en: Because. }
        from: talk
      - id: three-in-one.name
        kind: reversed
        ask: { zh: 它叫什么？, en: What is its name? }
        answer: { zh: 三位一体, en: Three in one }
        back:
          ask: { zh: 三位一体是什么？, en: What is three in one? }
          answer: { zh: 三个系统, en: Three systems }
        why: { zh: 因为。, en: Because. }
        from: { cite: "Hu et al. 2021, LoRA" }
      - id: three-in-one.parts
        kind: cloze
        text:
          zh: "先{{sense::感知}}，再{{think::思考::动脑}}。"
          en: "First {{think::think::use the brain}}, then {{sense::**sense**}}."
        why: { zh: 因为。, en: Because. }
        from: talk
      - id: three-in-one.list
        kind: list
        ask: { zh: 哪三个系统？, en: Which three systems? }
        items:
          - { key: information, zh: 信息, en: Information }
          - { key: model, zh: 模型, en: Model }
          - { key: action, zh: 行动, en: Action }
        ordered: true
        each: true
        why: { zh: 因为。, en: Because. }
        from: talk
`;

export const SECOND = `chapter: second
title: { zh: 第二章, en: Chapter two }
concepts:
  - id: cost
    name: { zh: 成本从边际走向固定, en: Cost }
    gist: { zh: 成本。, en: Cost. }
    needs: [three-in-one]
    near: [three-in-one]
    notes:
      - id: cost.choice
        kind: choice
        ask: { zh: 哪一个？, en: Which one? }
        answer: { zh: 固定, en: Fixed }
        wrong:
          - { zh: 边际, en: Marginal }
          - { zh: 没有, en: None }
        why: { zh: 因为。, en: Because. }
        from: talk
      - id: cost.contrast
        kind: contrast
        of: [cost, three-in-one]
        ask: { zh: 有何不同？, en: How do they differ? }
        answer: { zh: 一个是钱。, en: One is money. }
        why: { zh: 因为。, en: Because. }
        from: talk
      - id: cost.any
        kind: list
        ask: { zh: 哪两样？, en: Which two? }
        items:
          - { key: a, zh: 甲, en: A }
          - { key: b, zh: 乙, en: B }
        each: true
        why: { zh: 因为。, en: Because. }
        from: talk
  - id: aside
    name: { zh: 题外, en: Aside }
    gist: { zh: 不考。, en: Not asked. }
    untested: only an aside
discussion:
  - id: second.free
    ask: { zh: 为什么？, en: Why? }
    points:
      - { zh: 一点, en: A point }
    about: [cost]
`;

export type Files = Readonly<Record<string, string>>;

export const GOOD: Files = { 'deck.yaml': DECK, 'first.yaml': FIRST, 'second.yaml': SECOND };

/** Replaces one piece of text, which must be there once. */
export function edited(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`"${from}" is not in the text once`);
  return text.replace(from, () => to);
}

export function textsOf(files: Files): DeckText[] {
  return Object.entries(files).map(([name, text]) => ({ path: `demo/${name}`, text }));
}

export function compiled(files: Files = GOOD, lock: Lock = {}): CompiledDeck {
  const parsed = parseDeck(textsOf(files));
  if (!parsed.ok) throw new Error(parsed.issues.map(formatIssue).join('\n'));
  return compileDeck(parsed, renamesOf(lock, parsed.deck.deck));
}
