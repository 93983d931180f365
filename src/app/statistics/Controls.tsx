import { useId, useState } from 'react';
import { NOTE_KINDS, type NoteKind } from '../../domain/deck.ts';
import { conceptsIn } from '../../domain/scope.ts';
import { PERIODS } from '../../domain/statistics/figures.ts';
import { Choice } from '../../ui/Choice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useEnvironment } from '../environment.ts';
import { useLooks } from '../looks.ts';
import { useStatisticsMessages } from '../messages/useStatisticsMessages.ts';
import { ScopeField } from '../ScopeField.tsx';
import { scopeWords } from '../scopeWords.ts';
import type { Asked } from './asked.ts';

export interface ControlsProps {
  readonly asked: Asked;
  readonly onChange: (asked: Asked) => void;
}

const periodValue = (days: number | null) => String(days ?? 'all');

/** Which cards and which days the figures are of. */
export function Controls({ asked, onChange }: ControlsProps) {
  const { statistics: words } = useStatisticsMessages();
  const change = (some: Partial<Asked>) => onChange({ ...asked, ...some });
  return (
    <div className="statistics__controls">
      <Choice
        label={words.period}
        labelHidden
        options={PERIODS.map((days) => ({
          value: periodValue(days),
          label: words.periodName(days),
        }))}
        value={periodValue(asked.period)}
        onChange={(value) => {
          const period = PERIODS.find((days) => periodValue(days) === value);
          if (period !== undefined) change({ period });
        }}
      />
      <Which asked={asked} change={change} />
    </div>
  );
}

interface WhichProps {
  readonly asked: Asked;
  readonly change: (some: Partial<Asked>) => void;
}

/** The cards, said in one line that opens to be changed. */
function Which({ asked, change }: WhichProps) {
  const { catalogue } = useEnvironment();
  const { statistics: words, scope: scopes } = useStatisticsMessages();
  const language = useLooks((looks) => looks.cardLanguage);
  const [open, setOpen] = useState(false);
  const id = useId();
  const { scope, kind, onlyMarked } = asked;
  const said = [
    scope === null ? words.whole : scopeWords(scope, catalogue, language, scopes),
    ...(kind === null ? [] : [words.kinds[kind]]),
    ...(onlyMarked ? [words.onlyMarked] : []),
  ].join(' · ');
  const all = { decks: catalogue.decks.map((deck) => deck.id) };
  const count = conceptsIn(all, catalogue).length;
  const options: readonly { value: NoteKind | 'all'; label: string }[] = [
    { value: 'all', label: words.allKinds },
    ...NOTE_KINDS.map((one) => ({ value: one, label: words.kinds[one] })),
  ];
  return (
    <div className="statistics__which">
      <button
        type="button"
        className="statistics__toggle"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span>{words.which}</span>
        <span className="statistics__said">{said}</span>
      </button>
      {open ? (
        <div id={id}>
          <ScopeField
            scope={scope ?? all}
            onChange={(next) => {
              // All of it is asked as all: then cards that no deck has any more are in it too.
              const isAll = conceptsIn(next, catalogue).length === count;
              change({ scope: isAll ? null : next });
            }}
            language={language}
          />
          <SelectField
            label={words.kind}
            options={options}
            value={kind ?? 'all'}
            onChange={(value) => change({ kind: value === 'all' ? null : value })}
          />
          <Switch
            label={words.onlyMarked}
            checked={onlyMarked}
            onChange={(marked) => change({ onlyMarked: marked })}
          />
        </div>
      ) : null}
    </div>
  );
}
