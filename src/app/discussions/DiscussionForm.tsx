import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import {
  checkDiscussion,
  TARGETS,
  type Discussion,
  type DiscussionProblem,
} from '../../domain/discussion.ts';
import { cardsIn, conceptsIn, type Scope } from '../../domain/scope.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateTimeFields } from '../../ui/DateTimeFields.tsx';
import { FieldGroup } from '../../ui/FieldGroup.tsx';
import { Foot } from '../../ui/Foot.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useEnvironment } from '../environment.ts';
import { useLooks } from '../looks.ts';
import { useDiscussionsMessages } from '../messages/useDiscussionsMessages.ts';
import { Page } from '../Page.tsx';
import { discussionHref, hrefOf, routes } from '../routes.ts';
import { ScopeField } from '../ScopeField.tsx';
import { createDiscussions } from './discussionsState.ts';
import { dateText, draftOf, fieldsOf, NEW_DRAFT, type Draft } from './draft.ts';
import { createForm, type Form } from './formState.ts';
import { Missing, Trouble } from './Trouble.tsx';
import './discussions.css';

export interface DiscussionFormProps {
  /** Of the route; none for a new one. */
  readonly params: { readonly discussion?: string };
}

/** A discussion to be made or changed. */
export function DiscussionForm({ params }: DiscussionFormProps) {
  const { discussion } = params;
  return discussion === undefined ? <Fields before={null} /> : <Change id={discussion} />;
}

/** What is typed stays as it is when the discussion changes elsewhere meanwhile. */
function Change({ id }: { readonly id: string }) {
  const environment = useEnvironment();
  const { discussions: words } = useDiscussionsMessages();
  const [read] = useState(() => createDiscussions(environment));
  const { discussions, trouble } = useStore(read.state);
  useEffect(() => void read.read(), [read]);
  if (!discussions) {
    return (
      <Page title={words.title} narrow>
        {trouble ? <Trouble trouble={trouble} onAgain={() => void read.read()} /> : null}
      </Page>
    );
  }
  const before = discussions.get(id);
  return before ? <Fields before={before} /> : <Missing />;
}

const MOST_MINUTES = 1440;

function Fields({ before }: { readonly before: Discussion | null }) {
  const environment = useEnvironment();
  const { clock } = environment;
  const { discussions: words, common } = useDiscussionsMessages();
  const language = useLooks((looks) => looks.cardLanguage);
  const [, go] = useLocation();
  const [form] = useState(() => createForm(environment));
  const trouble = useStore(form.state, (state) => state.trouble);
  const [draft, setDraft] = useState(() => (before ? draftOf(before, clock) : NEW_DRAFT));
  const [tries, setTries] = useState(0);
  const element = useRef<HTMLFormElement>(null);
  const { isSound, among } = useProblems(draft, tries > 0);
  const scopeHint = useScopeHint(draft.scope, form);

  const firstWrong = () => element.current?.querySelector<HTMLElement>('[aria-invalid]');
  const pointOut = useEffectEvent(() => firstWrong()?.focus());
  useEffect(() => {
    if (tries > 0) pointOut();
  }, [tries]);
  const change = (some: Partial<Draft>) => setDraft((now) => ({ ...now, ...some }));
  const submit = async () => {
    setTries(tries + 1);
    // A number out of bounds is explained by its own field, and is not in the draft.
    if (!isSound || firstWrong()) return;
    const id = await form.save(draft, before);
    if (id !== null) go(`${routes.discussions}/${id}`);
  };
  const title = before ? words.changeTitle(before.name) : words.newTitle;
  return (
    <Page title={title} narrow>
      <BackLink href={before ? discussionHref(before.id) : hrefOf(routes.discussions)}>
        {before ? before.name : words.title}
      </BackLink>
      <h1>{title}</h1>
      <form
        className="discussion-form"
        ref={element}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label={words.name}
          error={among('no-name', 'long-name')}
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <DateTimeFields
          label={words.date}
          timeName={words.clock}
          error={among('no-date', 'past', 'too-far')}
          date={draft.date}
          time={draft.time}
          min={dateText(clock.now(), clock)}
          onDate={(date) => change({ date })}
          onTime={(time) => change({ time })}
        />
        <FieldGroup label={words.scope} hint={scopeHint} error={among('empty-scope')}>
          <ScopeField
            scope={draft.scope}
            onChange={(scope) => change({ scope })}
            language={language}
          />
        </FieldGroup>
        <Slider
          label={words.target}
          hint={words.targetHint}
          error={among('bad-target')}
          value={draft.percent}
          min={TARGETS.low * 100}
          max={TARGETS.high * 100}
          valueText={common.percent(draft.percent / 100)}
          onChange={(percent) => change({ percent })}
        />
        <NumberField
          label={words.minutes}
          hint={words.minutesHint}
          unit={words.minutesUnit}
          value={draft.minutes}
          min={0}
          max={MOST_MINUTES}
          boundsError={words.problems['zero-minutes']}
          error={among('zero-minutes')}
          onCommit={(minutes) => change({ minutes })}
        />
        <Switch
          label={words.onTheDay}
          hint={words.onTheDayHint}
          checked={draft.onTheDay}
          onChange={(onTheDay) => change({ onTheDay })}
        />
        {trouble ? <Trouble trouble={trouble} /> : null}
        <Foot place="inline">
          <Button variant="go" type="submit">
            {before ? words.saveChange : words.save}
          </Button>
        </Foot>
      </form>
    </Page>
  );
}

/** What is wrong with a draft; it is said once saving was tried, and then as it is mended. */
function useProblems(draft: Draft, isTried: boolean) {
  const { catalogue, clock } = useEnvironment();
  const { discussions: words } = useDiscussionsMessages();
  const fields = { ...fieldsOf(draft, clock), isPlanned: false };
  const concepts = conceptsIn(draft.scope, catalogue).length;
  const problems = checkDiscussion(fields, clock.now(), concepts);
  const among = (...kinds: readonly DiscussionProblem[]) => {
    const found = problems.find((problem) => kinds.includes(problem));
    return isTried && found ? words.problems[found] : undefined;
  };
  return { isSound: problems.length === 0, among };
}

/** How much a scope comes to, and what it means when nothing of it was ever seen. */
function useScopeHint(scope: Scope, form: Form): string | undefined {
  const { catalogue, store } = useEnvironment();
  const { discussions: words, scope: scopes, common } = useDiscussionsMessages();
  const seen = useStore(form.state, (state) => state.seen);
  useEffect(() => void form.readSeen(), [form]);
  const cards = cardsIn(scope, catalogue);
  if (cards.length === 0) return undefined;
  const comesTo = words.comesTo(scopes.comesTo(conceptsIn(scope, catalogue).length), cards.length);
  if (!seen || cards.some(({ id }) => seen.has(id))) return comesTo;
  return comesTo + common.gap + words.onlyUnseen(store.settings.newPerDay);
}
