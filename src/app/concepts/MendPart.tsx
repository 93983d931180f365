import type { Catalogue } from '../../domain/catalogue.ts';
import { mendFirst } from '../../domain/retention/prerequisites.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/Section.tsx';
import { useConceptsMessages } from '../messages/useConceptsMessages.ts';
import { useLooks } from '../looks.ts';
import { conceptHref } from '../routes.ts';
import { Recall } from '../shared/Standing.tsx';
import type { Row } from './rows.ts';

/** Weakest prerequisites shown, and names of what rests on each. */
const SHOWN = 3;

/** Weakest prerequisites, the one to mend first at the head. */
export function toMend(rows: readonly Row[], catalogue: Catalogue) {
  const known = new Map(rows.map((row) => [row.concept.id, row.known]));
  return mendFirst(
    rows.map(({ concept }) => concept.id),
    (id) => catalogue.concept.get(id)?.needs ?? [],
    (id) => known.get(id),
  );
}

export interface MendPartProps {
  readonly rows: readonly Row[];
  readonly catalogue: Catalogue;
}

/** What to mend first: faint concepts that other faint ones rest on. */
export function MendPart({ rows, catalogue }: MendPartProps) {
  const { concepts: words } = useConceptsMessages();
  const language = useLooks((looks) => looks.language);
  const found = toMend(rows, catalogue).slice(0, SHOWN);
  const nameOf = (id: string) => catalogue.concept.get(id)?.name[language] ?? id;
  const byId = new Map(rows.map((row) => [row.concept.id, row.known]));
  const standing = (id: string) => {
    const known = byId.get(id);
    return known ? words.standing(known.begun, known.cards, known.suspended) : '';
  };
  return (
    <Section title={words.mend} hint={found.length === 0 ? words.mendNone : words.mendHint}>
      {found.length === 0 ? null : (
        <List label={words.mend}>
          {found.map(({ concept, under }) => (
            <ListRow
              key={concept}
              href={conceptHref(concept)}
              lead={<Recall known={byId.get(concept)} />}
              note={
                <>
                  {words.mendRest(under.length, under.slice(0, SHOWN).map(nameOf))}
                  <br />
                  {standing(concept)}
                </>
              }
            >
              {nameOf(concept)}
            </ListRow>
          ))}
        </List>
      )}
    </Section>
  );
}
