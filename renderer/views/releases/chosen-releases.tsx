import type { ReactElement } from 'react';
import { count } from '../../format.ts';
import { changeReleases } from '../../store/change-many.ts';
import { saveFieldsOf } from '../../store/exports.ts';
import { markReleases } from '../../store/marked-releases.ts';
import type { ReleaseEntry } from '../../store/release-order.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { ListFoot } from '../../ui/list-foot.tsx';
import { focusPaneNamed } from '../../ui/panes.ts';

/** How many releases are chosen, and what can be done with them. In the place of the list's foot. */
export function ChosenReleases({ entries }: { readonly entries: readonly ReleaseEntry[] }): ReactElement {
  const words = texts.bulk;
  return (
    <ListFoot
      label={words.ofChosen}
      words={<span role="status">{words.chosen(entries.length, count(entries.length))}</span>}
    >
      <Button
        kind="quiet"
        onPress={() => {
          markReleases(new Set());
          focusPaneNamed('list');
        }}
      >
        {words.clear}
      </Button>
      <Button kind="quiet" onPress={() => void saveFieldsOf(entries)}>
        {texts.plans.exportReleases}
      </Button>
      <Button onPress={() => changeReleases(entries)}>{words.change}</Button>
    </ListFoot>
  );
}
