import { ENOUGH, type ReliabilityBin } from '../../domain/calibration/reliability.ts';
import type { CalibrationReport, Part } from '../../domain/calibration/report.ts';
import { ReliabilityChart } from '../../ui/ReliabilityChart.tsx';
import { Section } from '../../ui/Section.tsx';
import { Words } from '../../ui/Words.tsx';
import { useEnvironment } from '../environment.ts';
import { LANG, useLooks } from '../looks.ts';
import { useModelMessages } from '../messages/useModelMessages.ts';
import { useChartWords } from '../useChartWords.ts';
import { chapterHref } from '../routes.ts';

export interface RightPartProps {
  readonly report: CalibrationReport;
}

/** Is it right: the sentence, the diagram behind it, the numbers, and what was left out. */
export function RightPart({ report }: RightPartProps) {
  const { model: words, common } = useModelMessages();
  const { said, all, bins } = report;
  return (
    <>
      <p className="model__lead read">
        {said
          ? [
              words.said(
                said.predicted,
                said.recalled.share,
                said.recalled.low,
                said.recalled.high,
              ),
              words.verdict[said.verdict],
            ].join(common.gap)
          : all.n < ENOUGH
            ? words.saidFew(all.n, ENOUGH)
            : words.saidThin(all.n)}
      </p>
      <p className="secondary">{words.saidHint}</p>
      {all.n === 0 ? null : (
        <>
          <Diagram bins={bins} />
          <Numbers report={report} />
        </>
      )}
      <Left report={report} />
    </>
  );
}

function Diagram({ bins }: { readonly bins: readonly ReliabilityBin[] }) {
  const { model: words, common } = useModelMessages();
  const chart = useChartWords(words.diagram);
  const filled = bins.flatMap((bin) =>
    bin.agreement ? [{ ...bin, agreement: bin.agreement }] : [],
  );
  const read = filled.filter(({ isThin }) => !isThin);
  const within = read.filter(({ agreement }) => agreement.verdict === 'in-line');
  return (
    <Section title={words.diagram}>
      <div className="model__diagram">
        <ReliabilityChart
          sentence={words.diagramSentence(read.length, within.length)}
          {...chart}
          predictedLabel={words.predictedAxis}
          recalledLabel={words.recalledAxis}
          lineLabel={words.sameLine}
          note={words.diagramNote}
          points={filled.map(({ agreement: { predicted, recalled }, n, isThin }) => ({
            predicted,
            share: recalled.share,
            low: recalled.low,
            high: recalled.high,
            n,
            isThin,
          }))}
          head={words.binHead}
          rows={filled.map(({ from, to, n, isThin, agreement: { predicted, recalled } }) => [
            words.bin(from, to),
            words.percent1(predicted),
            isThin ? words.notEnough : common.percent(recalled.share),
            isThin ? '' : words.interval(recalled.low, recalled.high),
            String(n),
          ])}
        />
      </div>
    </Section>
  );
}

function Numbers({ report }: RightPartProps) {
  const { model: words } = useModelMessages();
  const { catalogue } = useEnvironment();
  const language = useLooks((looks) => looks.cardLanguage);
  const { all, periods, chapters, retired } = report;
  const told = chapters.filter(({ n }) => n > 0);
  const name = (chapter: string) => catalogue.chapter.get(chapter)?.title[language] ?? chapter;
  return (
    <Section title={words.scores}>
      <div className="model__scroll">
        <table className="model__scores" aria-label={words.scores}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{words.scoreHead.part}</span>
              </th>
              <th scope="col">{words.scoreHead.n}</th>
              <th scope="col">{words.scoreHead.predicted}</th>
              <th scope="col">{words.scoreHead.recalled}</th>
              <th scope="col">{words.logLoss}</th>
              <th scope="col">{words.rmseBins}</th>
              <th scope="col">{words.auc}</th>
            </tr>
          </thead>
          <tbody>
            <Row name={words.overall} part={all} />
          </tbody>
          <tbody>
            <Between>{words.periods}</Between>
            {periods.map((part) => (
              <Row key={part.from} name={words.period(part.from, part.to)} part={part} />
            ))}
          </tbody>
          {told.length === 0 ? null : (
            <tbody>
              <Between>{words.chapters}</Between>
              {told.map(({ chapter, ...part }) => (
                <Row
                  key={chapter}
                  name={
                    <a href={chapterHref(chapter)} lang={LANG[language]}>
                      <Words lang={language}>{name(chapter)}</Words>
                    </a>
                  }
                  part={part}
                />
              ))}
            </tbody>
          )}
        </table>
      </div>
      {retired === 0 ? null : <p className="caption">{words.retired(retired)}</p>}
      <details className="model__details">
        <summary>{words.whatScores}</summary>
        <ul>
          {words.scoreWords.map((word) => (
            <li key={word}>{word}</li>
          ))}
        </ul>
      </details>
    </Section>
  );
}

function Between({ children }: { readonly children: string }) {
  return (
    <tr>
      <th className="model__between" scope="rowgroup" colSpan={7}>
        {children}
      </th>
    </tr>
  );
}

interface RowProps {
  readonly name: React.ReactNode;
  readonly part: Part;
}

/** One part of the answers; what it is too small for is said once. */
function Row({ name, part: { n, agreement, scores } }: RowProps) {
  const { model: words, common } = useModelMessages();
  const few = <span className="caption">{words.notEnough}</span>;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{n.toLocaleString('en')}</td>
      {agreement ? (
        <>
          <td className="model">{words.percent1(agreement.predicted)}</td>
          <td className="nowrap">
            <span className="info">{common.percent(agreement.recalled.share)}</span>{' '}
            <span className="caption">
              {words.interval(agreement.recalled.low, agreement.recalled.high)}
            </span>
          </td>
        </>
      ) : (
        <td colSpan={5}>{few}</td>
      )}
      {agreement && scores ? (
        <>
          <td>{scores.logLoss.toFixed(3)}</td>
          <td>{words.percent1(scores.rmseBins)}</td>
          <td>{scores.auc === null ? '–' : common.percent(scores.auc)}</td>
        </>
      ) : null}
      {agreement && !scores ? <td colSpan={3}>{few}</td> : null}
    </tr>
  );
}

function Left({ report: { left } }: RightPartProps) {
  const { model: words } = useModelMessages();
  const kinds = (['first', 'sameDay', 'unpredicted', 'oneSided', 'practice'] as const).filter(
    (kind) => left[kind] > 0,
  );
  return (
    <Section title={words.leftTitle}>
      {kinds.length === 0 ? <p className="secondary">{words.nothingLeft}</p> : null}
      <ul className="model__left secondary">
        {kinds.map((kind) => (
          <li key={kind}>{words.left[kind](left[kind])}</li>
        ))}
      </ul>
    </Section>
  );
}
