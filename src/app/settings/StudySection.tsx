import { Button } from '../../ui/Button.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { changeLooks, useLooks } from '../looks.ts';
import { useSettingsMessages } from '../messages/useSettingsMessages.ts';
import { ChoiceSetting, NumberSetting, StepsSetting, SwitchSetting } from './controls.tsx';
import { EasyDays } from './EasyDays.tsx';
import { Offer } from './Offer.tsx';
import { Retention } from './Retention.tsx';
import { Rollover } from './Rollover.tsx';
import { useSettingsState } from './settingsContext.ts';
import { SettingsPart } from './SettingsPart.tsx';

/** What the scheduler goes by. */
export function StudySection() {
  const { settings: m, trouble: t } = useSettingsMessages();
  const typing = useLooks((looks) => looks.typing);
  const { trouble, last, turn } = useSettingsState((state) => state);
  const said = last === null ? '' : last.is === 'took-back' ? m.tookBack : m.saved;
  return (
    <Section title={m.study} hint={m.studyHint}>
      <LiveRegion message={said} turn={turn} />
      {trouble === null ? null : (
        <Notice
          title={t.other[trouble].title}
          actions={
            trouble === 'outdated' ? (
              <Button size="small" onClick={() => location.reload()}>
                {t.reload}
              </Button>
            ) : null
          }
        >
          {t.other[trouble].body}
        </Notice>
      )}
      <SettingsPart title={m.goal}>
        <Retention />
        <NumberSetting
          of="maximumInterval"
          label={m.maximumInterval}
          unit={m.days}
          min={1}
          max={36_500}
        />
        <Offer />
      </SettingsPart>
      <SettingsPart title={m.amount}>
        <NumberSetting of="newPerDay" label={m.newPerDay} unit={m.cardsUnit} min={0} max={9999} />
        <NumberSetting
          of="reviewsPerDay"
          label={m.reviewsPerDay}
          unit={m.cardsUnit}
          min={0}
          max={9999}
        />
      </SettingsPart>
      <SettingsPart title={m.order}>
        <ChoiceSetting of="newOrder" label={m.newOrder} options={m.newOrders} />
        <ChoiceSetting of="reviewOrder" label={m.reviewOrder} options={m.reviewOrders} />
        <ChoiceSetting of="mix" label={m.mix} options={m.mixes} />
      </SettingsPart>
      <SettingsPart title={m.steps}>
        <StepsSetting of="learningSteps" label={m.learningSteps} hint={m.learningStepsHint} />
        <StepsSetting of="relearningSteps" label={m.relearningSteps} hint={m.relearningStepsHint} />
        <NumberSetting
          of="learnAhead"
          label={m.learnAhead}
          hint={m.learnAheadHint}
          unit={m.minutesUnit}
          min={0}
          max={1439}
        />
      </SettingsPart>
      <SettingsPart title={m.days7}>
        <SwitchSetting of="balanceLoad" label={m.balanceLoad} hint={m.balanceLoadHint} />
        <EasyDays />
        <Rollover />
      </SettingsPart>
      <SettingsPart title={m.siblings}>
        <SwitchSetting of="buryNewSiblings" label={m.buryNewSiblings} hint={m.buryHint} />
        <SwitchSetting of="buryReviewSiblings" label={m.buryReviewSiblings} />
      </SettingsPart>
      <SettingsPart title={m.answers}>
        <Switch
          label={m.typing}
          hint={m.typingHint}
          checked={typing}
          onChange={(next) => changeLooks({ typing: next })}
        />
      </SettingsPart>
    </Section>
  );
}
