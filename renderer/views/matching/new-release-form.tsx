import { type ReactElement, useState } from 'react';
import { versionLength } from '../../../electron/model/field-limits.ts';
import type { FileMatch } from '../../../electron/model/file-match.ts';
import { chooseTarget } from '../../store/match-choices.ts';
import { useReleases } from '../../store/releases.ts';
import { texts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { shown } from '../../ui/visible-text.ts';
import styles from './matching.module.css';

type Props = {
  readonly match: FileMatch;
  /** What stands there at first. */
  readonly version: string;
  readonly onDone: () => void;
  readonly onBack: () => void;
};

const noBranch = 'no branch';

/** The version and the branch of a release that is to be made for a file. */
export function NewReleaseForm({ match, version: first, onDone, onBack }: Props): ReactElement {
  const proposed = match.candidates.find(({ target }) => target.to === 'new')?.target;
  const [version, setVersion] = useState(first);
  const [branchId, setBranch] = useState(proposed?.to === 'new' ? proposed.branchId : null);
  const [wasTried, setTried] = useState(false);
  const { entries, branches } = useReleases();
  const words = texts.matching;
  const typed = version.trim();
  const isTaken = entries.some(({ release }) => release.version === typed && release.branchId === branchId);
  const error = typed === '' ? words.needsVersion : isTaken ? words.taken(shown(typed)) : null;

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (error !== null) return;
        chooseTarget(match.index, { to: 'new', branchId, version: typed });
        onDone();
      }}
    >
      <h3 className={styles.formTitle}>{words.newTitle}</h3>
      <TextField
        label={words.version}
        value={version}
        maxLength={versionLength.most}
        onChange={setVersion}
        error={wasTried || isTaken ? error : null}
        autoFocus
      />
      <Select
        label={words.branch}
        selected={branchId ?? noBranch}
        onSelect={(key) => setBranch(key === noBranch ? null : key)}
        choices={[
          { key: noBranch, text: texts.releases.noBranch },
          ...branches.map(({ id, name }) => ({ key: id, text: shown(name) })),
        ]}
      />
      <DialogActions>
        <Button onPress={onBack}>{words.back}</Button>
        <Button kind="primary" type="submit">
          {words.use}
        </Button>
      </DialogActions>
    </form>
  );
}
