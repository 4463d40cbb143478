import { spreadsheetTexts } from './english-spreadsheets.ts';

const format = 'what docs/plan-file.md says';

/** What is wrong with a plan, and how it is put right. Names of fields and columns stay as they are. */
export const planTexts = {
  more: (n: number) => ({ message: `There are ${n} problems more.`, remedy: 'Correct these first.' }),

  form: {
    unknownField: (what: string, field: string) => ({
      message: `A ${what} has no field ${field} here.`,
      remedy: 'Remove it or correct its spelling; docs/plan-file.md lists the fields.',
    }),
    noPlan: (version: number) => ({
      message: 'The file does not say that it is a plan.',
      remedy: `Add "schemaVersion": ${version}.`,
    }),
    otherVersion: (found: string, version: number) => ({
      message: `The plan is of version ${found}; this app reads version ${version}.`,
      remedy: 'Look for a newer version of the app, or export the plan again with this one.',
    }),
    missing: (wanted: string) => ({ message: 'It is missing.', remedy: `Add it: ${wanted}.` }),
    is: (kind: string, wanted: string) => ({ message: `It is ${kind}.`, remedy: `Write ${wanted}.` }),
    impossible: (found: string, wanted: string) => ({
      message: `${found} is not possible here.`,
      remedy: `Write ${wanted}.`,
    }),
    strange: (found: string) => ({
      message: `${found} is not possible here.`,
      remedy: 'See docs/plan-file.md.',
    }),
    noIdAsKey: { message: 'What is named here is not an ID.', remedy: 'Write a UUID.' },
    tooBig: {
      text: (most: string) => ({ message: 'It is too long.', remedy: `At most ${most} characters.` }),
      list: (most: string) => ({ message: 'It is too long.', remedy: `At most ${most} items.` }),
      number: (most: string) => ({ message: 'It is too large.', remedy: `At most ${most}.` }),
      other: (most: string) => ({ message: 'It is too long.', remedy: `At most ${most}.` }),
    },
    tooSmall: {
      text: (least: string) => ({ message: 'It is too short.', remedy: `At least ${least} characters.` }),
      list: (least: string) => ({ message: 'There is too little in it.', remedy: `At least: ${least}.` }),
      number: (least: string) => ({ message: 'It is too small.', remedy: `At least ${least}.` }),
      other: (least: string) => ({ message: 'It is too short.', remedy: `At least ${least}.` }),
    },
    noEntries: { message: 'The plan has no entries.', remedy: 'Write one for each release.' },
    or: (values: readonly string[]) => values.join(' or '),
    format,
    fileKinds: '"keep", "remove" or "replace"',
    time: 'a time such as "2026-01-31T18:00:00Z"',
    uuid: 'a UUID',
    sha256: '64 hexadecimal digits',
    kinds: {
      text: 'a text',
      number: 'a number',
      int: 'a whole number',
      boolean: 'true or false',
      list: 'a list',
      object: 'an object',
      other: 'something else',
    },
    nothing: 'nothing',
  },

  json: {
    remedy: 'Correct the file, or export it again.',
    noJson: (line: string | null, column: string | null) =>
      line === null ? 'It is not JSON.' : `It is not JSON (line ${line}, column ${column}).`,
    twice: (line: number) => `It is there twice (line ${line}).`,
    tooManyFields: 'It has too many fields.',
    tooDeep: (line: number) => `It is nested too deeply (line ${line}).`,
    tooManyParts: 'It has too many parts.',
  },

  whole: {
    noText: {
      message: 'The file is not text in UTF-8.',
      remedy: 'Check that it is a plan, and save it as UTF-8.',
    },
    tooLarge: (megabytes: number) => ({
      message: `The file is larger than the ${megabytes} MB a plan can have.`,
      remedy: 'Check that it is a plan; split a plan this large into several.',
    }),
    newWithBase: { message: 'A release that is to be created has no base.', remedy: 'Write null.' },
    newWithoutVersion: { message: 'A new release needs a version.', remedy: 'Add its version.' },
    newWithRemoval: { message: 'A new release has no file that could be removed.', remedy: 'Write “keep”.' },
    sameRelease: (entry: number) => ({
      message: `It is about the same release as entry ${entry}.`,
      remedy: 'Put the two together: each update replaces everything and costs a slot.',
    }),
    wrongPath: (problem: string) => ({
      message: `The path ${problem}.`,
      remedy: 'Put the file into the folder of the plan or below it.',
    }),
    wrongName: (problem: string) => ({
      message: `The name ${problem}.`,
      remedy: 'Write the name it is to be sent under.',
    }),
  },

  path: {
    slashes: 'must have “/” between its parts, on Windows too',
    relative: 'must be relative to the folder of the plan',
    nameAlone: 'must be the name alone, without a folder',
    noFileName: 'is not the name of a file',
    emptyPart: 'has an empty part',
    upwards: 'must lead downwards, without “.” and “..”',
    windowsCharacters: 'has one of the characters <>:"|?* in it, which Windows does not take',
    windowsEnd: 'has a part that ends in a dot or a space, which Windows does not take',
    windowsDevice: (part: string) => `names “${part}”, which is a device on Windows`,
    hidden: 'has characters in it that do not show',
  },

  artifact: {
    wrongSize: (path: string, found: number, planned: number) =>
      `The file ${path} is not the one the plan names: it has ${found} bytes, the plan says ${planned}.`,
    wrongSha: (path: string, found: string, planned: string) =>
      `The file ${path} is not the one the plan names: it has the SHA-256 ${found}, the plan says ${planned}.`,
    wrongRemedy: 'Put the file there that was reviewed, or correct the plan and have it reviewed again.',
    leadsOut: (path: string) => ({
      message: `The path ${path} leads out of the folder of the plan.`,
      remedy: 'Put the file itself into the folder of the plan, in place of a link to it.',
    }),
    notThere: (path: string) => ({
      message: `The file ${path} is not there.`,
      remedy: 'Put it there: paths are seen from the folder of the plan file.',
    }),
    openAsFile: 'Open the plan as a file, beside its artifacts.',
  },

  source: {
    pipedZip: { message: 'What was piped in is a ZIP.', remedy: 'Give the path of the file instead of “-”.' },
    noFile: {
      message: 'This is no file.',
      remedy: 'Choose a plan: a .json file, or a .zip with its artifacts.',
    },
    none: { message: 'There is no such plan.', remedy: 'Check the path of the file.' },
  },

  zip: {
    remedy: 'Export the plan again with its artifacts.',
    tooManyEntries: 'The ZIP has too many entries for a plan.',
    damaged: 'The file is damaged, or no ZIP at all.',
    missing: (name: string) => `There is no ${name} in the ZIP.`,
    twice: (name: string) => `${name} is in the ZIP more than once.`,
    notOrdinary: (name: string) => `${name} is no ordinary file in the ZIP.`,
    encrypted: (name: string) => `${name} is encrypted in the ZIP.`,
    oddlyPacked: (name: string) => `${name} is packed in the ZIP in a way this app cannot read.`,
    tooMuch: 'The ZIP holds more than 4 GB of artifacts.',
    larger: (name: string, most: number) => `${name} is larger in the ZIP than it may be: ${most} bytes.`,
    entryDamaged: (name: string) => `${name} is damaged in the ZIP.`,
    overlap: (one: string, other: string) => `${one} and ${other} lie in the same place in the ZIP.`,
  },

  target: {
    neverRead: {
      message: 'The releases of this product have never been read.',
      remedy: 'Open the product and read its list first.',
    },
    noRelease: {
      message: 'The product has no such release.',
      remedy: 'It may have been deleted: take the entry out, or write null to create it anew.',
    },
    stale: (label: string, was: string, theirs: string, mine: string) => ({
      message: `${label} was “${was}” when this was planned; the server holds “${theirs}” now, the plan wants “${mine}”.`,
      remedy: 'Plan this release again from what the server holds, or say whose value counts.',
    }),
    otherServer: (planned: string, chosen: string) => ({
      message: `The plan is for ${planned}, not for ${chosen}.`,
      remedy: 'Choose the team it is meant for: releases have other IDs on another server.',
    }),
    otherTeam: (planned: string, chosen: string) => ({
      message: `The plan is for the team ${planned}, not for ${chosen}.`,
      remedy: 'Choose the team it is meant for.',
    }),
  },

  csv: spreadsheetTexts,

  imported: {
    notHeld: { message: 'The app no longer holds this file.', remedy: 'Choose it again.' },
    atWork: { message: 'The app is still at work on this file.' },
  },

  exported: {
    nothingLeft: {
      message: 'There is nothing left of what was to be exported.',
      remedy: 'Choose drafts or releases that are there.',
    },
    tooMany: (most: number) => ({
      message: `A plan has ${most} entries at most.`,
      remedy: 'Export fewer drafts at a time.',
    }),
    unwritable: (name: string) => ({
      message: `${name} could not be written there.`,
      remedy: 'Choose another place, one that you may write to.',
    }),
    notKnown: {
      message: 'The app no longer knows where this file was saved.',
      remedy: 'Look for it in the folder you chose.',
    },
  },
};
