import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSettingsMessages } from '../messages/useSettingsMessages.ts';
import { useDataState } from './dataContext.ts';
import type { Part, Said } from './dataState.ts';

/** What came of the last thing done in a part, or what goes on in it. */
export function Outcome({ of }: { readonly of: Part }) {
  const { backup: m, trouble: t } = useSettingsMessages();
  const { said, trouble, busy } = useDataState((state) => state);
  const words = (what: Said) => {
    switch (what.is) {
      case 'refused':
        return m.askRefused;
      case 'downloaded':
        return m.verified(what.events, what.name);
      case 'in-file':
        return m.verifiedInFile(what.events, what.name);
      case 'restored':
        if (what.events === 0) return m.nothingNew;
        return what.cloned === 0
          ? m.done(what.events)
          : m.done(what.events) + m.joint + m.cloned(what.cloned);
      case 'erased':
        return m.erased;
    }
  };
  const going = {
    asking: m.asking,
    writing: m.writing,
    reading: m.reading,
    restoring: m.restoring,
  };
  const text = busy?.part === of ? going[busy.is] : said?.part === of ? words(said.what) : '';
  const wrong = trouble?.part === of ? trouble.what : null;
  const sentence =
    wrong && (wrong.of === 'backup' ? m.trouble[wrong.reason] : t.other[wrong.reason]);
  return (
    <>
      <output className="secondary settings__said settings__saved">{text}</output>
      {sentence ? (
        <Notice
          title={sentence.title}
          actions={
            wrong?.reason === 'outdated' ? (
              <Button size="small" onClick={() => location.reload()}>
                {t.reload}
              </Button>
            ) : null
          }
        >
          {sentence.body}
        </Notice>
      ) : null}
    </>
  );
}
