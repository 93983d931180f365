import { useState } from 'react';
import type { VerdictGiven } from '../../domain/event.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useEnvironment } from '../environment.ts';
import { LANG, useLooks } from '../looks.ts';
import { useDiscussionsMessages } from '../messages/useDiscussionsMessages.ts';

type Said = 'recalled' | 'missed' | 'left';

export interface VerdictProps {
  /** Ids of the concepts that were forecast. */
  readonly concepts: readonly string[];
  /** The one that holds. */
  readonly verdict: VerdictGiven | null;
  readonly onSave: (recalled: readonly string[], missed: readonly string[]) => void;
}

/** The learner's own verdict, concept by concept. */
export function Verdict({ concepts, verdict, onSave }: VerdictProps) {
  const { catalogue } = useEnvironment();
  const { discussions: words } = useDiscussionsMessages();
  const language = useLooks((looks) => looks.cardLanguage);
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>(() => ({
    ...Object.fromEntries((verdict?.recalled ?? []).map((id) => [id, 'recalled' as const])),
    ...Object.fromEntries((verdict?.missed ?? []).map((id) => [id, 'missed' as const])),
  }));
  const known = concepts.flatMap((id) => catalogue.concept.get(id) ?? []);
  const ofThem = (what: Said) => known.map(({ id }) => id).filter((id) => said[id] === what);
  const recalled = ofThem('recalled');
  const missed = ofThem('missed');
  const isNone = recalled.length + missed.length === 0;
  return (
    <Section title={verdict ? words.verdictAgain : words.verdict} hint={words.verdictHint}>
      {known.map(({ id, name }) => (
        <div key={id} lang={LANG[language]} className="verdict__concept">
          <Choice
            label={name[language]}
            value={said[id] ?? 'left'}
            options={[
              { value: 'recalled', label: words.recalled },
              { value: 'missed', label: words.missed },
              { value: 'left', label: words.leaveOut },
            ]}
            onChange={(what) => setSaid({ ...said, [id]: what })}
          />
        </div>
      ))}
      <Button size="small" disabled={isNone} onClick={() => onSave(recalled, missed)}>
        {isNone ? words.verdictNone : words.saveVerdict}
      </Button>
    </Section>
  );
}
