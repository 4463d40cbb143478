import { useEffect, useState } from 'react';
import type { ComparisonRow } from '../../../electron/model/draft.ts';
import type { ConflictChoice } from '../../../electron/model/job.ts';
import { call } from '../../api.ts';

/** What merges by itself beside a job's conflict with these choices; the last answer until there is a newer one. */
export function useMerging(
  jobId: string,
  choices: Readonly<Record<string, ConflictChoice>>,
): readonly ComparisonRow[] {
  const [rows, setRows] = useState<readonly ComparisonRow[]>([]);
  useEffect(() => {
    let isWanted = true;
    void call('jobs.merging', { jobId, choices: { ...choices } }).then((answer) => {
      if (isWanted && answer.ok) setRows(answer.value);
    });
    return () => {
      isWanted = false;
    };
  }, [jobId, choices]);
  return rows;
}
