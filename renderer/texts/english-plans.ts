const drafts = (n: number, shown: string) => `${shown} ${n === 1 ? 'draft' : 'drafts'}`;

/** What plan files say of themselves. */
export const planTexts = {
  import: 'Import plan…',
  asFile: 'As a plan file…',
  file: 'Plan file, JSON or ZIP',
  title: 'Import a plan',
  report: 'What the plan would do',
  reading: (name: string) => `Reading ${name}…`,
  nothing: 'Nothing was made.',
  of: (name: string) => `Plan “${name}”`,
  outcome: {
    change: 'Becomes a draft',
    blocked: 'Becomes a draft that cannot be sent yet',
    nothing: 'The server holds it already',
    refused: 'Refused',
  },
  newRelease: 'New release',
  steps: 'What it would do',
  problems: 'Why it cannot be imported',
  problemAt: (entry: string, version: string | null) =>
    version === null ? `Entry ${entry}` : `Entry ${entry}, ${version}`,
  noChange: 'Changes nothing',
  change: (label: string, value: string) => `${label} → ${value}`,
  takeStale: 'Take what the server holds now as the start',
  make: (n: number, shown: string) => `Make ${drafts(n, shown)}`,
  made: (n: number, shown: string) => `${drafts(n, shown)} made from the plan.`,
};
