import { type ReactElement, useState } from 'react';
import { useSession } from '../../store/session.ts';
import { texts } from '../../texts/texts.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { shown } from '../../ui/visible-text.ts';

type Props = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | null;
  /** The end of the key that is stored; null when there is none. */
  readonly storedHint: string | null;
};

/** The key: hidden unless asked for, and where it will be kept. */
export function ApiKeyField({ value, onChange, error, storedHint }: Props): ReactElement {
  const [isShown, setShown] = useState(false);
  const hasKeyring = useSession((state) => state.info?.keyring.available ?? true);
  const words = texts.connect;
  const whereKept = hasKeyring ? words.apiKeyHint : words.apiKeySession;
  return (
    <TextField
      label={words.apiKey}
      type={isShown ? 'text' : 'password'}
      mono={isShown}
      value={value}
      onChange={onChange}
      error={error}
      hint={storedHint === null ? whereKept : words.apiKeyKept(shown(storedHint))}
      name="apiKey"
      after={
        <IconButton
          small
          icon={isShown ? 'hidden' : 'shown'}
          label={isShown ? texts.common.hideKey : texts.common.showKey}
          onPress={() => setShown(!isShown)}
        />
      }
    />
  );
}
