import { useEffect, useState } from 'react';
import type { Attempt } from '../../../electron/model/attempt.ts';
import type { FileFate } from '../../../electron/model/vault.ts';
import { call } from '../../api.ts';

/** What has become of an attempt's files; null until that is known. Asked again when the attempt has come to its end. */
export function useFileFate({ id, outcome }: Attempt): FileFate | null {
  const [known, setKnown] = useState<{ readonly of: string; readonly fate: FileFate } | null>(null);
  const asked = `${id} ${outcome}`;
  useEffect(() => {
    let isWanted = true;
    void call('history.fate', { attemptId: id }).then((answer) => {
      if (isWanted && answer.ok) setKnown({ of: asked, fate: answer.value });
    });
    return () => {
      isWanted = false;
    };
  }, [id, asked]);
  return known?.of === asked ? known.fate : null;
}
