import { useId, useState } from 'react';
import { Checkbox } from './Checkbox.tsx';
import { ChapterTick } from './ChapterTick.tsx';
import { IconDown } from './Icons.tsx';
import './IconButton.css';
import './CheckList.css';

/** Something to choose, or to choose from. */
export interface CheckNode {
  readonly id: string;
  readonly name: string;
  /** Of a chapter: its place in the talk, from 1, and how many there are. */
  readonly chapter?: { readonly place: number; readonly of: number } | undefined;
  /** What it is made of; it is chosen by choosing all of these. */
  readonly parts?: readonly CheckNode[];
}

interface Choosing {
  /** Ids of what is chosen and has no parts. */
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  /** Beside a name, e.g. 3 / 8. */
  readonly countText: (chosen: number, of: number) => string;
  /** Name of the button that shows what something is made of. */
  readonly unfoldName: (name: string) => string;
}

export interface CheckListProps extends Choosing {
  readonly label: string;
  /** The first level is open from the start. */
  readonly nodes: readonly CheckNode[];
}

/** Ids of all it is made of that has no parts. */
function leavesOf({ id, parts }: CheckNode): string[] {
  return parts ? parts.flatMap(leavesOf) : [id];
}

function Node({ node, isTop, choosing }: { node: CheckNode; isTop: boolean; choosing: Choosing }) {
  const { chosen, onChange, countText, unfoldName } = choosing;
  const [open, setOpen] = useState(isTop);
  const id = useId();
  const leaves = leavesOf(node);
  const count = leaves.filter((leaf) => chosen.has(leaf)).length;
  const checked = count === leaves.length && count > 0 ? true : count > 0 ? 'some' : false;
  const choose = (isChosen: boolean) => {
    const next = new Set(chosen);
    for (const leaf of leaves) {
      if (isChosen) next.add(leaf);
      else next.delete(leaf);
    }
    onChange(next);
  };
  return (
    <li className="check-list__node">
      <div className="check-list__row">
        <Checkbox checked={checked} disabled={leaves.length === 0} onChange={choose}>
          {node.chapter ? <ChapterTick name={node.name} {...node.chapter} /> : node.name}
          {node.parts ? (
            <span className="check-list__count caption"> {countText(count, leaves.length)}</span>
          ) : null}
        </Checkbox>
        {node.parts && leaves.length > 0 ? (
          <button
            type="button"
            className="icon-button check-list__unfold"
            aria-label={unfoldName(node.name)}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            <IconDown />
          </button>
        ) : null}
      </div>
      {node.parts && open ? (
        <ul className="check-list__parts" id={id}>
          {node.parts.map((part) => (
            <Node key={part.id} node={part} isTop={false} choosing={choosing} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** Decks, their chapters, and these chapters' concepts to choose from; a part ticks what it is made of. */
export function CheckList({ label, nodes, ...choosing }: CheckListProps) {
  return (
    <ul className="check-list" aria-label={label}>
      {nodes.map((node) => (
        <Node key={node.id} node={node} isTop choosing={choosing} />
      ))}
    </ul>
  );
}
