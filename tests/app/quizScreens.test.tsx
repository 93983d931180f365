/** Quizzes as they are seen: set up, taken by keyboard, read as a result, given by a link. */
import 'fake-indexeddb/auto';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Router, Switch } from 'wouter';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { momentOf } from '../../src/app/clock.ts';
import { trustClock, useClockDoubt } from '../../src/app/clockDoubt.ts';
import { EnvironmentProvider } from '../../src/app/environment.ts';
import { changeLooks } from '../../src/app/looks.ts';
import { QuizScreen } from '../../src/app/quiz/QuizScreen.tsx';
import { QuizzesScreen } from '../../src/app/quiz/QuizzesScreen.tsx';
import { hashRouting, routes } from '../../src/app/routes.ts';
import { linkOf } from '../../src/domain/quiz/link.ts';
import type { Question } from '../../src/domain/quiz/question.ts';
import { append } from '../../src/store/log.ts';
import { readQuizzes } from '../../src/store/quizzes.ts';
import {
  aQuizOf,
  aQuizWorld,
  CHOICE,
  CLOZE,
  CONTRAST,
  learnt,
  OPEN,
  ORDER,
  recordOf,
  RECALL,
  rowsOf,
  TYPED,
} from './quizWorld.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;

beforeEach(() => {
  changeLooks({ language: 'en', cardLanguage: 'en' });
  trustClock();
  window.location.hash = '';
});

function show(world: World, path: string) {
  window.location.hash = path;
  render(
    <Router {...hashRouting}>
      <EnvironmentProvider value={world.environment}>
        <Switch>
          <Route path={routes.quizzes} component={QuizzesScreen} />
          <Route path={routes.quiz} component={QuizScreen} />
        </Switch>
      </EnvironmentProvider>
    </Router>,
  );
  return userEvent.setup();
}

async function showQuiz(world: World, questions: readonly Question[], over = {}) {
  const quiz = await aQuizOf(world, questions, over);
  const user = show(world, `/quiz/${quiz}`);
  await screen.findByRole('progressbar', { name: /Question 1 of/ });
  return { quiz, user };
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const heading = (name: string | RegExp) => screen.findByRole('heading', { name });
const alerts = () => screen.getAllByRole('alert').map((alert) => alert.textContent);

async function aDiscussion(world: World, inDays: number, over = {}): Promise<string> {
  const { store, clock, mintId } = world.environment;
  const discussion = mintId();
  await append(store, [
    {
      type: 'discussion-set',
      discussion,
      name: 'Reading group',
      when: world.now + inDays * DAY,
      scope: { concepts: ['tiny/alpha', 'tiny/beta'] },
      target: 0.9,
      minutes: 20,
      onTheDay: false,
      isPlanned: false,
      isRemoved: false,
      ...over,
      ...momentOf(clock, store.settings.rollover),
    },
  ]);
  return discussion;
}

describe('setting a quiz up', () => {
  it('says what each way of counting does, and begins in practice', async () => {
    const world = await aQuizWorld();
    await learnt(world);
    const user = show(world, '/quiz');
    const group = await screen.findByRole('radiogroup', { name: /review dates/ });
    expect(within(group).getByRole('radio', { name: 'Practice only' })).toBeChecked();
    expect(within(group).getByRole('radio', { name: 'Practice only' })).toHaveAccessibleDescription(
      'No answer moves a date or a memory.',
    );
    expect(within(group).getByRole('radio', { name: 'Count misses' })).toHaveAccessibleDescription(
      /counts as Again; a right one moves nothing. It could move 5 cards/,
    );
    await user.click(within(group).getByRole('radio', { name: 'Count all' }));
    expect(screen.getByText(/5 questions, about/)).toHaveTextContent('Count all.');
    await user.click(await button('Start'));
    await screen.findByRole('progressbar', { name: 'Question 1 of 5' });
    const [record] = await readQuizzes(world.environment.store);
    expect(record?.begun).toMatchObject({
      mode: 'quiz-all',
      chosen: { is: 'scope', scope: { decks: ['tiny'] } },
      decks: { tiny: '1' },
      asksConfidence: true,
    });
    expect(window.location.hash).toBe(`#/quiz/${record?.begun.quiz}`);
  });

  it('leaves out what was never met, unless it is asked for', async () => {
    const world = await aQuizWorld();
    await learnt(world, [RECALL.of, CHOICE.of]);
    const user = show(world, '/quiz');
    expect(await screen.findByText(/^2 questions/)).toBeVisible();
    await user.click(screen.getByRole('switch', { name: 'Only cards I have met' }));
    expect(screen.getByText(/^5 questions/)).toBeVisible();
    expect(screen.getByText(/You have not met 3 of these cards/)).toBeVisible();
  });

  it('allows a scope of which nothing was met, and says so', async () => {
    const world = await aQuizWorld();
    const user = show(world, '/quiz?concept=tiny/alpha');
    expect(await screen.findByText(/You have not met any of these cards/)).toBeVisible();
    await user.click(await button('Start'));
    expect(await heading(/Question of tiny\/alpha.what/)).toBeVisible();
    const [record] = await readQuizzes(world.environment.store);
    expect(record?.begun.chosen).toEqual({ is: 'scope', scope: { concepts: ['tiny/alpha'] } });
  });

  it('says beside the field what is missing, and does not start', async () => {
    const world = await aQuizWorld();
    await learnt(world);
    const user = show(world, '/quiz');
    const amount = await screen.findByRole('spinbutton', { name: 'Length' });
    for (const wrong of ['0', '1.5', '201']) {
      await user.clear(amount);
      await user.type(amount, wrong);
      expect(amount).toHaveAccessibleDescription(/whole number of questions from 1 to 200/);
    }
    await user.click(screen.getByRole('radio', { name: 'minutes' }));
    await user.clear(amount);
    await user.type(amount, '0');
    expect(amount).toHaveAccessibleDescription(/whole number of minutes/);
    expect(await button('Something is missing above')).toHaveAttribute('aria-disabled', 'true');
    await user.click(await button('Something is missing above'));
    expect(await readQuizzes(world.environment.store)).toEqual([]);
    await user.clear(amount);
    await user.type(amount, '3');
    await user.click(screen.getByText('Choose decks, chapters, concepts'));
    await user.click(screen.getByRole('checkbox', { name: /Tiny/ }));
    expect(alerts()).toEqual([expect.stringMatching(/Nothing is chosen/)]);
    await user.click(screen.getByRole('checkbox', { name: /Tiny/ }));
    await user.click(screen.getByText('Kinds of questions'));
    const kinds = screen.getByRole('group', { name: 'Kinds of questions' });
    for (const box of within(kinds).getAllByRole<HTMLInputElement>('checkbox')) {
      if (box.checked) await user.click(box);
    }
    expect(alerts()).toEqual([expect.stringMatching(/No kind of question is chosen/)]);
    await user.click(within(kinds).getByRole('checkbox', { name: 'open questions' }));
    expect(await button('Start')).not.toHaveAttribute('aria-disabled');
  });

  it('finds the weakest, and what falls due before a day', async () => {
    const world = await aQuizWorld();
    const user = show(world, '/quiz');
    await user.click(await screen.findByRole('radio', { name: 'My weakest' }));
    expect(alerts()).toEqual([expect.stringMatching(/not begun any card yet/)]);
    await user.click(screen.getByRole('radio', { name: 'Due before a day' }));
    // 24 November 2026 is a Tuesday.
    expect(screen.getByLabelText('Before')).toHaveValue('2026-11-27');
    expect(alerts()).toEqual([expect.stringMatching(/Nothing falls due before that day/)]);
  });

  it('asks what falls due before the day chosen, and nothing later', async () => {
    const world = await aQuizWorld();
    await learnt(world, [RECALL.of], 2);
    await learnt(world, [CHOICE.of], 3);
    const user = show(world, '/quiz');
    await user.click(await screen.findByRole('radio', { name: 'Due before a day' }));
    expect(screen.getByText(/^1 question,/)).toBeVisible();
    await user.click(await button('Start'));
    expect(await heading(/Question of tiny\/alpha.what/)).toBeVisible();
  });

  it('asks about a discussion, open questions too', async () => {
    const world = await aQuizWorld();
    await learnt(world);
    const discussion = await aDiscussion(world, 3);
    const user = show(world, `/quiz?for=${discussion}`);
    expect(await screen.findByRole('combobox', { name: 'Discussion' })).toHaveValue(discussion);
    await user.click(await button('Start'));
    await screen.findByRole('progressbar', { name: 'Question 1 of 3' });
    const [record] = await readQuizzes(world.environment.store);
    expect(record?.begun).toMatchObject({ discussion, chosen: { is: 'discussion' } });
    expect(record?.begun).not.toHaveProperty('isFinal');
    expect(record?.begun.questions.at(-1)).toEqual(OPEN);
  });

  it('holds a final quiz against the forecast, so it moves nothing', async () => {
    const world = await aQuizWorld();
    await learnt(world);
    const discussion = await aDiscussion(world, 1);
    world.now += 2 * DAY;
    const user = show(world, `/quiz?for=${discussion}&final=1`);
    await user.click(await screen.findByRole('radio', { name: 'A part of the decks' }));
    await user.click(screen.getByRole('radio', { name: 'Count misses' }));
    await user.click(screen.getByRole('radio', { name: 'For a discussion' }));
    expect(await screen.findByText(/held against the forecast/)).toBeVisible();
    expect(screen.queryByRole('radio', { name: 'Count misses' })).toBeNull();
    await user.click(await button('Start'));
    await screen.findByRole('progressbar', { name: /Question 1/ });
    const [record] = await readQuizzes(world.environment.store);
    expect(record?.begun).toMatchObject({ discussion, isFinal: true, mode: 'quiz-practice' });
  });

  it('is found set for as many questions as a forecast can be judged by, when it is a final one', async () => {
    const world = await aQuizWorld();
    await learnt(world);
    const discussion = await aDiscussion(world, 1);
    show(world, `/quiz?for=${discussion}`);
    expect(await screen.findByRole('spinbutton', { name: 'Length' })).toHaveValue(10);
    cleanup();
    world.now += 2 * DAY;
    show(world, `/quiz?for=${discussion}&final=1`);
    expect(await screen.findByRole('spinbutton', { name: 'Length' })).toHaveValue(30);
    expect(screen.getByText(/^2 questions/)).toBeVisible();
  });

  it('says that all cards chosen are suspended, where they are, and nothing of their kinds', async () => {
    const world = await aQuizWorld();
    const { clock, store } = world.environment;
    const moment = momentOf(clock, store.settings.rollover);
    await append(store, [{ type: 'suspended', card: RECALL.of, ...moment }]);
    show(world, '/quiz?concept=tiny/alpha');
    expect(await screen.findByText(/^All of these cards are suspended/)).toBeVisible();
    expect(alerts()).toHaveLength(1);
    expect(await button('Something is missing above')).toHaveAttribute('aria-disabled', 'true');
  });

  it('says that a discussion is not there, and how to get one', async () => {
    show(await aQuizWorld(), '/quiz?for=nothing');
    expect(await screen.findByText(/no such discussion/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Add a discussion' })).toHaveAttribute(
      'href',
      '#/discussions/new',
    );
  });
});

describe('a link', () => {
  const text = linkOf({ seed: 'abc', questions: [RECALL, CHOICE], decks: { tiny: '1' } }) ?? '';

  it('is copied from a result, holds nothing of the person, and begins the same quiz', async () => {
    const world = await aQuizWorld();
    const { user } = await showQuiz(world, [RECALL, CHOICE], { seed: 'abc' });
    await user.keyboard('{Enter}3');
    await heading(/beta.pick/);
    await user.keyboard('a{Enter}');
    await button('See the result');
    await user.keyboard('{Enter}');
    const again = await screen.findByRole('link', { name: 'Give the same quiz again' });
    expect(again).toHaveAttribute('href', `#/quiz?q=${text}`);
    await user.click(await button('Copy a link to it'));
    expect(await navigator.clipboard.readText()).toMatch(/#\/quiz\?q=1~abc~tiny\.1~r0alpha\.what/);
    await user.click(again);
    expect(await screen.findByText('2 questions from Tiny.')).toBeVisible();
    await user.click(await button('Start'));
    await screen.findByRole('progressbar', { name: 'Question 1 of 2' });
    const [second, first] = await readQuizzes(world.environment.store);
    expect(second?.begun).toMatchObject({
      seed: first?.begun.seed,
      questions: first?.begun.questions,
      chosen: { is: 'given' },
    });
  });

  it('is shown to be copied by hand where the browser forbids it', async () => {
    const world = await aQuizWorld();
    const { user } = await showQuiz(world, [RECALL]);
    await user.keyboard('{Enter}3');
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    await user.click(await button('Copy a link to it'));
    const field = await screen.findByRole('textbox', { name: 'Link' });
    expect((field as HTMLInputElement).value).toContain('#/quiz?q=1~seed~tiny.1');
  });

  it('leaves out what is not known here, and says so', async () => {
    const other = linkOf({
      seed: 'abc',
      questions: [RECALL, { form: 'recall', of: 'tiny/gone' }],
      decks: { tiny: '9' },
    });
    show(await aQuizWorld(), `/quiz?q=${other}`);
    expect(await screen.findByText(/1 question from Tiny/)).toHaveTextContent(
      /1 question is not in your decks and left out.*another version.*If that one is newer, reload/,
    );
  });

  it.each([
    ['cut off', '1~abc~tiny', 'This link holds no quiz'],
    ['no link at all', 'nonsense', 'This link holds no quiz'],
    ['of unknown cards', '1~abc~tiny.1~r0gone', 'None of its questions are in your decks'],
    ['of another deck', '1~abc~far.1~r0alpha.what', 'Its deck is not here'],
    ['of too many questions', `1~a~tiny.1${'~r0alpha.what'.repeat(300)}`, 'This link is too long'],
    ['endless', 'x'.repeat(20_000), 'This link is too long'],
  ])('that is %s says so, and there is a way on', async (_, bad, title) => {
    show(await aQuizWorld(), `/quiz?q=${bad}`);
    expect(await heading(title)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Start' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Make your own quiz' })).toHaveAttribute(
      'href',
      '#/quiz',
    );
  });
});

describe('a link of another version of the deck', () => {
  it('says that it may be newer and how to get that, where none of it can be asked', async () => {
    show(await aQuizWorld(), '/quiz?q=1~abc~tiny.9~r0gone');
    expect(await heading('Your version of the deck has none of its questions')).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent(/If that one is newer, reload/);
    expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Make your own quiz' })).toBeVisible();
  });
});

describe('a quiz by keyboard', () => {
  it('is taken whole, from the first question to the result', async () => {
    const world = await aQuizWorld();
    await learnt(world);
    const { quiz, user } = await showQuiz(world, [CHOICE, TYPED, CLOZE, RECALL, ORDER, OPEN], {
      asksConfidence: true,
    });
    await user.keyboard('b');
    await user.keyboard('k');
    expect(screen.getByRole('radio', { name: /^Know/ })).toBeChecked();
    await user.keyboard('{Enter}');
    await button('Next');
    await user.keyboard(' ');
    expect(await screen.findByRole('textbox', { name: 'Type the answer' })).toHaveFocus();
    await user.keyboard('hidden words{Enter}');
    expect(await screen.findByText('Right')).toBeVisible();
    await user.keyboard('{Enter}');
    await user.keyboard(' ');
    expect(await button('Missed it')).toBeVisible();
    await user.keyboard('1');
    await heading(/Question of tiny\/alpha.what/);
    await user.keyboard(' ');
    await user.keyboard(' ');
    const down = await button(/Move item 1 down/);
    down.focus();
    await user.keyboard('{ArrowDown}');
    (await button('Check answer')).focus();
    await user.keyboard('{Enter}');
    await button('Next');
    await user.keyboard('{Enter}');
    await heading(/Is it free/);
    await user.keyboard(' ');
    (await screen.findByRole('checkbox', { name: 'Not at once' })).focus();
    await user.keyboard(' ');
    (await button('Done')).focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Watch again')).toBeVisible();
    const { answers, open } = await recordOf(world, quiz);
    expect(answers.map(({ card }) => card)).toEqual(
      [CHOICE, TYPED, CLOZE, RECALL, ORDER].map(({ of }) => of),
    );
    expect(answers.map(({ rating }) => rating).slice(1, 4)).toEqual(['good', 'again', 'good']);
    expect(answers[0]?.confidence).toBe('know');
    expect(open).toMatchObject([{ points: [1] }]);
  });

  it('takes back with U, changes the language with L, shows the keys with ?, leaves with Escape', async () => {
    const world = await aQuizWorld();
    const { quiz, user } = await showQuiz(world, [RECALL, CLOZE]);
    await user.keyboard('l');
    expect(await heading(/tiny\/alpha.what（中）/)).toBeVisible();
    await user.keyboard(' 3');
    await heading(/gamma.fill\/b（中）/);
    await user.keyboard('u');
    expect(await heading(/alpha.what（中）/)).toBeVisible();
    expect(screen.getAllByText(/Took the answer back/).length).toBeGreaterThan(0);
    await user.keyboard('?');
    const dialog = await screen.findByRole('dialog', { name: 'Keys' });
    expect(within(dialog).getByText('Missed it, had it')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    await user.keyboard('{Escape}');
    expect(window.location.hash).toBe('#/quiz');
    const row = await screen.findByRole('link', { name: /Tiny ?, go on/ });
    expect(row).toHaveAttribute('href', `#/quiz/${quiz}`);
    expect(screen.getByText(/24 November, 0 of 2 answered/)).toBeVisible();
  });
});

describe('feedback', () => {
  it('tells right from wrong in words, with the right answer, why, and the minute', async () => {
    const world = await aQuizWorld();
    await learnt(world);
    const { user } = await showQuiz(world, [CHOICE, TYPED]);
    const check = await button('Choose an answer');
    expect(check).toHaveAttribute('aria-disabled', 'true');
    await user.click(screen.getByRole('radio', { name: /another wrong one/ }));
    await user.click(await button('Check answer'));
    expect(await screen.findByText('Not right')).toBeVisible();
    expect(screen.getByText('your choice')).toBeVisible();
    expect(screen.getByText('the right one').closest('label')).toHaveTextContent('right');
    expect(screen.getByText('Because of tiny/beta.pick')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Talk, from 1:45' })).toBeVisible();
    expect(screen.getByText('Quiz answers do not move your review dates.')).toBeVisible();
    await user.click(await button('Next'));
    await user.type(await screen.findByRole('textbox'), 'hiden words{Enter}');
    expect(await screen.findByText(/Compare letter by letter/)).toBeVisible();
    await user.click(await button('Count it right'));
    expect(await screen.findByText('Counted right, by your own word')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Count it right' })).toBeNull();
    await user.click(await button('See the result'));
    expect(await heading(/^1 ?\/ 2$/)).toBeVisible();
  });

  it('says what this answer can do to a date, and then what it did', async () => {
    const world = await aQuizWorld();
    await learnt(world, [CHOICE.of]);
    const { user } = await showQuiz(world, [CHOICE, TYPED], { mode: 'quiz-misses' });
    expect(screen.getByText(/counts as Again; a right one moves nothing/)).toBeVisible();
    await user.click(await button('I don’t know'));
    expect(await screen.findByText('It counted: this card has a new date.')).toBeVisible();
    await user.click(await button('Next'));
    expect(await screen.findByText(/You have not met this card/)).toBeVisible();
  });
});

describe('the end', () => {
  it('is asked for before the quiz is ended early', async () => {
    const world = await aQuizWorld();
    const { quiz, user } = await showQuiz(world, [RECALL, CLOZE, CHOICE]);
    await user.keyboard(' 1');
    await user.click(await button('Quiz menu'));
    await user.click(await screen.findByRole('menuitem', { name: 'End the quiz here' }));
    const dialog = await screen.findByRole('dialog', { name: 'End the quiz here?' });
    expect(dialog).toHaveTextContent('2 questions will not be asked');
    await user.click(within(dialog).getByRole('button', { name: 'Go on with it' }));
    expect((await recordOf(world, quiz)).isEnded).toBe(false);
    await user.click(await button('Quiz menu'));
    await user.click(await screen.findByRole('menuitem', { name: 'End the quiz here' }));
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'End the quiz here' }),
    );
    expect(await heading(/^0 ?\/ 1$/)).toBeVisible();
    expect(screen.getByText(/2 questions not asked, and left out/)).toBeVisible();
    expect((await recordOf(world, quiz)).isEnded).toBe(true);
  });

  it('says what was right, what was expected, and what was missed, the sure ones first', async () => {
    const world = await aQuizWorld();
    await learnt(world);
    const { user } = await showQuiz(world, [RECALL, CLOZE, CHOICE, TYPED], {
      asksConfidence: true,
    });
    await user.keyboard(' 3');
    await heading(/gamma.fill\/b/);
    await user.keyboard(' 1');
    await screen.findByRole('radio', { name: /a wrong one/ });
    await user.click(screen.getByRole('radio', { name: /^Know/ }));
    await user.click(screen.getByRole('radio', { name: /another wrong one/ }));
    await user.click(await button('Check answer'));
    await user.click(await button('Next'));
    await user.type(await screen.findByRole('textbox'), 'nothing{Enter}');
    await user.click(await button('See the result'));
    expect(await heading(/^1 ?\/ 4$/)).toBeVisible();
    expect(screen.getByRole('img', { name: /1 of 4 right; .* were forecast/ })).toBeVisible();
    expect(screen.getByText(/4 answers: too few to say much/)).toBeVisible();
    expect(screen.getByText('Practice only: no review date moved.')).toBeVisible();
    const missed = screen.getByRole('region', { name: '3 missed' });
    const rows = within(missed)
      .getAllByRole('listitem')
      .map((row) => row.textContent ?? '');
    expect(rows[0]).toMatch(/beta.*You were sure. Chose “another wrong one”/);
    expect(rows[1]).toMatch(/gamma.*Missed it/);
    expect(rows[2]).toMatch(/gamma.*Typed “nothing”/);
    const shares = screen.getByRole('list', { name: 'By concept' });
    expect(within(shares).getByRole('img', { name: /0 of 2 right/ })).toBeVisible();
    expect(screen.getAllByText('few answers').length).toBe(3);
  });

  it('makes what was missed due today, once, and takes it back', async () => {
    const world = await aQuizWorld();
    await learnt(world, [RECALL.of, CLOZE.of], 5);
    await learnt(world, [TYPED.of], 0);
    const before = await rowsOf(world);
    const { user } = await showQuiz(world, [RECALL, CLOZE, TYPED, CHOICE]);
    await user.keyboard(' 1');
    await heading(/gamma.fill\/b/);
    await user.keyboard(' 1');
    await screen.findByRole('textbox');
    await user.click(await button('I don’t know'));
    await user.click(await button('Next'));
    await user.click(await button('I don’t know'));
    await user.click(await button('See the result'));
    expect(
      await screen.findByText(
        'Not among them: 1 is due today already; 1 is still new and not begun by a quiz.',
      ),
    ).toBeVisible();
    await user.click(await button('Add these 2 to today'));
    expect(await screen.findByText('2 cards are due today.')).toBeVisible();
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: /Add these/ })).not.toBeInTheDocument(),
    );
    const { day } = momentOf(world.environment.clock, 4);
    const { cards } = world.environment.store.db;
    for (const { of } of [RECALL, CLOZE])
      expect(await cards.get(of)).toMatchObject({ dueDay: day });
    expect(await cards.get(CHOICE.of)).toMatchObject({ phase: 'new' });
    const strip = screen.getByText('2 cards are due today.').parentElement as HTMLElement;
    await user.click(within(strip).getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(/Their dates are as they were/)).toBeVisible();
    expect(await button('Add these 2 to today')).toBeVisible();
    const after = await rowsOf(world);
    expect(after.filter((row) => (row as { phase: string }).phase !== 'new')).toEqual(before);
  });

  const missAll = async (world: World, questions: readonly Question[]) => {
    const shown = await showQuiz(world, questions);
    for (const place of questions.keys()) {
      await screen.findByRole('progressbar', { name: new RegExp(`^Question ${place + 1} of`) });
      await shown.user.keyboard(' 1');
    }
    await screen.findByRole('region', { name: `${questions.length} missed` });
    return shown;
  };

  it('says why nothing of what was missed can be added to today', async () => {
    const world = await aQuizWorld();
    await learnt(world, [CLOZE.of], 5);
    const { clock, store } = world.environment;
    const moment = momentOf(clock, store.settings.rollover);
    await append(store, [{ type: 'suspended', card: CLOZE.of, ...moment }]);
    await missAll(world, [RECALL, CLOZE]);
    expect(
      await screen.findByText(
        'Nothing to add to today: 1 is still new and not begun by a quiz; 1 is suspended or buried.',
      ),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: /to today/ })).toBeNull();
  });

  it('adds what was missed once it can be saved, when that is tried again', async () => {
    const world = await aQuizWorld();
    await learnt(world, [RECALL.of], 5);
    const { user } = await missAll(world, [RECALL]);
    const { events } = world.environment.store.db;
    const full = () => {
      throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    };
    events.hook('creating', full);
    await user.click(await button('Add this 1 to today'));
    const again = await button('Try again');
    events.hook('creating').unsubscribe(full);
    await user.click(again);
    expect(await screen.findByText('1 card is due today.')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('leaves alone what was done since, when what was added is taken back', async () => {
    const world = await aQuizWorld();
    await learnt(world, [RECALL.of, CHOICE.of], 5);
    const { user } = await missAll(world, [RECALL]);
    await user.click(await button('Add this 1 to today'));
    const strip = (await screen.findByText('1 card is due today.')).parentElement as HTMLElement;
    const { clock, store } = world.environment;
    const moment = momentOf(clock, store.settings.rollover);
    await append(store, [{ type: 'marked', card: CHOICE.of, ...moment }]);
    await user.click(within(strip).getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(/Something else was done since/)).toBeVisible();
    const { cards } = store.db;
    expect(await cards.get(CHOICE.of)).toMatchObject({ marked: true });
    expect(await cards.get(RECALL.of)).toMatchObject({ dueDay: moment.day });
  });

  it('counts the points of open questions, and keeps them out of the score', async () => {
    const world = await aQuizWorld();
    const { user } = await showQuiz(world, [RECALL, OPEN]);
    await user.keyboard(' 3');
    await heading(/Is it free/);
    await user.click(await button('Show the points'));
    await user.click(await screen.findByRole('checkbox', { name: 'Somebody pays' }));
    await user.click(await button('Done'));
    expect(await heading(/^1 ?\/ 1$/)).toBeVisible();
    const open = screen.getByRole('region', { name: 'Open questions' });
    expect(open).toHaveTextContent('1 of 3 points');
  });

  it('leads to the brief of its discussion', async () => {
    const world = await aQuizWorld();
    const discussion = await aDiscussion(world, 3);
    const { user } = await showQuiz(world, [RECALL], {
      discussion,
      chosen: { is: 'discussion' },
    });
    await user.keyboard(' 3');
    expect(await screen.findByRole('link', { name: 'Brief for the discussion' })).toHaveAttribute(
      'href',
      `#/discussions/${discussion}/brief`,
    );
    expect(await screen.findByText('Quiz: For “Reading group”')).toBeVisible();
  });

  it('stands in the history with its score, and can be read again', async () => {
    const world = await aQuizWorld();
    const { quiz, user } = await showQuiz(world, [RECALL, CLOZE]);
    await user.keyboard(' 3');
    await heading(/gamma.fill\/b/);
    await user.keyboard(' 1');
    await user.click(await screen.findByRole('link', { name: 'Done' }));
    const history = await screen.findByRole('list', { name: 'Quizzes so far' });
    expect(within(history).getByRole('link', { name: '24 November: Tiny' })).toHaveAttribute(
      'href',
      `#/quiz/${quiz}`,
    );
    expect(within(history).getByRole('img', { name: /1 of 2 right/ })).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Not finished' })).toBeNull();
  });

  it('says so when the address leads to no quiz', async () => {
    show(await aQuizWorld(), '/quiz/nothing');
    expect(await heading('No such quiz')).toBeVisible();
    expect(screen.getByRole('link', { name: 'To the quizzes' })).toHaveAttribute('href', '#/quiz');
  });

  it('finds what was not told apart, in one quiz and in all, and takes nothing for anything', async () => {
    const world = await aQuizWorld();
    const { user } = await showQuiz(world, [CONTRAST]);
    await user.keyboard(' ');
    // As long as one takes to read it at the least.
    await new Promise((resolve) => setTimeout(resolve, 20));
    await user.keyboard('1');
    expect(await screen.findByText('You did not tell alpha from epsilon')).toBeVisible();
    expect(screen.getByText(/Missed it \(not told from alpha\)/)).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Done' }));
    const pairs = await screen.findByRole('list', { name: 'What you do not tell apart' });
    expect(within(pairs).getByRole('listitem')).toHaveTextContent('alpha and epsilon1 time');
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('finds what was taken for what, in one quiz and in all', async () => {
    const world = await aQuizWorld();
    const { loadChapterText } = world.environment;
    const loadNamed = async (id: string) => {
      const text = await loadChapterText(id);
      const { zh, en } = text.cards[CHOICE.of] as (typeof text.cards)[string];
      const options = ['beta', 'alpha', 'something'];
      const named = { zh: { ...zh, options }, en: { ...en, options } };
      return { ...text, cards: { ...text.cards, [CHOICE.of]: named } };
    };
    const environment = { ...world.environment, loadChapterText: loadNamed };
    const { user } = await showQuiz({ ...world, environment }, [CHOICE]);
    await user.click(screen.getByRole('radio', { name: /alpha/ }));
    await user.click(await button('Check answer'));
    await user.click(await button('See the result'));
    expect(await screen.findByText('You took alpha for beta')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Done' }));
    const table = await screen.findByRole('table');
    expect(within(table).getByRole('rowheader', { name: 'beta' })).toBeVisible();
    expect(within(table).getByRole('columnheader', { name: 'alpha' })).toBeVisible();
    expect(within(table).getByRole('cell')).toHaveTextContent('1');
  });

  it('finds nothing mixed up where somebody did not know', async () => {
    const world = await aQuizWorld();
    const { user } = await showQuiz(world, [CONTRAST]);
    await user.click(await button('I don’t know'));
    await user.click(await button('See the result'));
    expect(await screen.findByRole('region', { name: '1 missed' })).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Mixed up' })).toBeNull();
  });

  it('stands beside others on the same part, and what differs is called no more than it is', async () => {
    const world = await aQuizWorld();
    const { clock, store } = world.environment;
    const answered = async (ratings: string, over: object) => {
      const cards = [RECALL, CHOICE, TYPED, CLOZE, ORDER].slice(0, ratings.length);
      const quiz = await aQuizOf(world, cards, over);
      const moment = momentOf(clock, store.settings.rollover);
      await append(
        store,
        cards.map(({ of }, i) => ({
          type: 'quizzed',
          card: of,
          rating: ratings.charAt(i) === '+' ? 'good' : 'again',
          ms: 5000,
          mode: 'quiz-practice',
          how: 'self',
          quiz,
          ...moment,
        })),
      );
      world.now += DAY;
      return quiz;
    };
    const alpha = { chosen: { is: 'scope', scope: { concepts: ['tiny/alpha'] } } };
    await answered('-----', {});
    await answered('-', alpha);
    await answered('+', alpha);
    await answered('+++++', {});
    await answered('+-', { chosen: { is: 'weakest' } });
    show(world, '/quiz');
    const section = await screen.findByRole('region', { name: 'Side by side' });
    const whole = within(section).getByRole('list', { name: 'Tiny' });
    const names = (list: HTMLElement) =>
      within(list)
        .getAllByRole('link')
        .map((link) => link.textContent);
    expect(names(whole)).toEqual(['27 November', '24 November']);
    expect(within(whole).getByRole('img', { name: /5 of 5 right/ })).toBeVisible();
    expect(names(within(section).getByRole('list', { name: 'alpha' }))).toHaveLength(2);
    expect(within(section).getAllByRole('list')).toHaveLength(2);
    expect(section).toHaveTextContent(/newest lies wholly above that of the oldest/);
    expect(section).toHaveTextContent(/overlap: what differs may be chance/);
  });

  it('is followed by ten others in the history, and the rest on request', async () => {
    const world = await aQuizWorld();
    for (let i = 0; i < 12; i++) {
      const quiz = await aQuizOf(world, [RECALL]);
      const moment = momentOf(world.environment.clock, 4);
      await append(world.environment.store, [{ type: 'quiz-ended', quiz, ...moment }]);
    }
    const user = show(world, '/quiz');
    const history = await screen.findByRole('list', { name: 'Quizzes so far' });
    expect(within(history).getAllByRole('listitem')).toHaveLength(10);
    await user.click(await button('Show 2 more'));
    expect(within(history).getAllByRole('listitem')).toHaveLength(12);
  });
});

describe('a quiz that can’t be asked now', () => {
  it('asks first whether the clock is right', async () => {
    const world = await aQuizWorld();
    useClockDoubt.setState({ doubt: 'behind' });
    const quiz = await aQuizOf(world, [RECALL]);
    const user = show(world, `/quiz/${quiz}`);
    await user.click(await button('The clock is right'));
    expect(await heading(/alpha.what/)).toBeVisible();
  });

  it('says that the words are missing, and asks when they are there', async () => {
    const world = await aQuizWorld();
    const { loadChapterText } = world.environment;
    let isAway = true;
    const environment = {
      ...world.environment,
      loadChapterText: (id: string) =>
        isAway ? Promise.reject(new Error('away')) : loadChapterText(id),
    };
    const quiz = await aQuizOf(world, [RECALL]);
    const user = show({ ...world, environment }, `/quiz/${quiz}`);
    expect(await heading('The words of this chapter did not load')).toBeVisible();
    isAway = false;
    await user.click(await button('Try again'));
    expect(await heading(/alpha.what/)).toBeVisible();
  });
});
