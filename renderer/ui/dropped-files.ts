/** Whether a drag carries files from outside. */
export function hasFiles(transfer: DataTransfer): boolean {
  return transfer.types.includes('Files');
}

/** How many files a drag seems to carry; before the drop only that much is told. */
export function fileCount(transfer: DataTransfer): number {
  return [...transfer.items].filter(({ kind }) => kind === 'file').length;
}

/** What was dropped: its files, and whether a folder is among them. Has to be called while the drop is handled. */
export function droppedFiles(transfer: DataTransfer): {
  readonly files: readonly File[];
  readonly hasFolder: boolean;
} {
  const hasFolder = [...transfer.items].some((item) => item.webkitGetAsEntry()?.isDirectory === true);
  return { files: [...transfer.files], hasFolder };
}
