// Made when it is needed: it takes longer than all the texts together.
const oneOf = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);

/** What is wrong with a spreadsheet of a plan, and how it is put right. Names of columns stay as they are. */
export const spreadsheetTexts = {
  quoted: (text: string) => `“${text}”`,
  sameRelease: (row: number, before: number) => ({
    message: `Row ${row} is about the same release as row ${before}.`,
    remedy: 'Keep one of the two.',
  }),
  noRows: {
    message: 'There is no row below the names of the columns.',
    remedy: 'Write one row for each release that is to change or be made.',
  },
  tooManyRows: (n: number, most: number) => ({
    message: `The file has ${n} rows; ${most} are possible.`,
    remedy: 'Split it into several files.',
  }),
  moreRows: (most: number) => ({
    message: `The file has more than ${most} rows.`,
    remedy: 'Split it into several files.',
  }),
  tooLarge: (megabytes: number) => ({
    message: `The file is larger than ${megabytes} MB.`,
    remedy: 'Split it into several files.',
  }),
  noText: (line: number) => ({
    message: `The file is not text in UTF-8: line ${line} has other bytes in it.`,
    remedy: 'Save it from the spreadsheet as “CSV UTF-8”.',
  }),
  workbook: (name: string) => ({
    message: `${name} is a workbook, not a CSV file.`,
    remedy: 'Save the sheet from the spreadsheet as “CSV UTF-8”, and import that.',
  }),
  noCells: (line: number | null) => ({
    message: `The file cannot be taken apart into cells${line === null ? '' : ` near line ${line}`}: a quotation mark is missing or too much.`,
    remedy: 'Save it again from the spreadsheet.',
  }),
  noHeader: (columns: string) => ({
    message: 'The first row does not name the columns.',
    remedy: `It has to name columns such as ${columns}.`,
  }),
  tooManyColumns: (n: number, most: number) => ({
    message: `There are ${n} columns.`,
    remedy: `At most ${most} are possible.`,
  }),
  columnTwice: (name: string) => ({
    message: `There are two columns ${name}.`,
    remedy: 'Remove one of them.',
  }),
  noSuchColumn: (name: string, near: string | null, columns: string) => ({
    message: `There is no column ${name}.`,
    remedy:
      near === null
        ? `Remove it, or give it one of these names: ${columns}, and metadata: or locked: with a key behind it.`
        : `Call it ${near} if that is meant, or remove it.`,
  }),
  cellWithoutColumn: {
    message: 'There is a cell without a column.',
    remedy: 'Name its column, or empty the cell.',
  },
  noId: (text: string) => ({ message: `${text} is not an ID.`, remedy: 'Write a UUID.' }),
  noProduct: {
    message: 'The ID of the product is missing.',
    remedy: 'Write it into the column productId.',
  },
  newWithoutVersion: { message: 'A new release needs a version.', remedy: 'Write its version.' },
  noVersion: { message: 'The version is empty.', remedy: 'Write the version of the release.' },
  noStatus: (text: string, statuses: readonly string[]) => ({
    message: `${text} is not a status.`,
    remedy: `Write ${oneOf(statuses)}.`,
  }),
  noBoolean: (text: string) => ({
    message: `${text} is neither true nor false.`,
    remedy: 'Write true or false.',
  }),
  noLicense: (text: string) => ({
    message: `${text} is not an ID.`,
    remedy: 'Write UUIDs with spaces between them.',
  }),
  madeNumber: (version: string, cell: string) => ({
    message: `A spreadsheet has made a number of the version ${version}: ${cell}.`,
    remedy: 'Format the column as text, write the version again and save.',
  }),
  madeDate: (version: string, cell: string) => ({
    message: `A spreadsheet has made a date of the version ${version}: ${cell}.`,
    remedy: 'Format the column as text, write the version again and save.',
  }),
  noRelease: {
    message: 'The product has no such release.',
    remedy: 'Correct the ID, or take the row out.',
  },
  publishing: {
    message: 'The draft of this release is being published.',
    remedy: 'Wait for it, or cancel it in the queue first.',
  },
  tooMuch: (part: string) => ({
    message: `There is too much in ${part}.`,
    remedy: 'Shorten it: the server takes much less.',
  }),
};
