import { type Clock, isoNow } from '../clock.ts';
import { exitCodes, type Reporter } from './reporter.ts';

/**
 * One line of JSON for each thing that happens, each with its `event` and `time` (ISO 8601): `plan`, `problem`,
 * `step`, `finding`, `wait`, `forecast`, `job`, `put-back`, `lost-file`, `notice`, `error`, and `end` last. docs/plan-file.md describes them.
 */
export function createJsonOutput(write: (line: string) => void, clock: Clock): Reporter {
  const tell = (event: string, what: object): void =>
    write(`${plainJson({ event, time: isoNow(clock), ...what })}\n`);
  return {
    opened: (header) => tell('plan', header),
    checked: ({ steps, problems }) => {
      for (const problem of problems) tell('problem', problem);
      for (const { findings, changes, draftId: _draft, ...step } of steps) {
        const changed = changes.map(({ label, server, result }) => ({ label, from: server, to: result }));
        tell('step', { ...step, changes: changed });
        const { entry, releaseId, version } = step;
        for (const { rule, severity, part, message } of findings) {
          tell('finding', { entry, releaseId, version, rule, severity, part, message });
        }
      }
    },
    waitsUntil: (until) => tell('wait', { until }),
    wouldWaitUntil: (until) => tell('wait', { until }),
    expects: (doneAt) => tell('forecast', { doneAt }),
    changed: (change) => tell('job', change),
    progressed: () => {},
    lostFile: (lost) => tell('lost-file', lost),
    putsBack: (change) => tell('put-back', change),
    notice: (message) => tell('notice', { message }),
    failure: ({ kind, message, remedy, status, details, fields }) =>
      tell('error', { kind, message, remedy, status, details, fields }),
    ended: (ending, tally) => tell('end', { result: ending, exitCode: exitCodes[ending], ...tally }),
    abandoned: (message) => {
      tell('notice', { message });
      tell('end', { result: 'interrupted', exitCode: exitCodes.interrupted });
    },
  };
}

/** JSON whose every character shows: what a name holds cannot steer the terminal it is printed on. */
function plainJson(value: object): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
