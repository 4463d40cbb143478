/** Hands a text to the person as a file, through the system's own way of saving what is downloaded. */
export function saveAsFile(name: string, text: string): void {
  const type = name.endsWith('.csv') ? 'text/csv' : 'application/json';
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
}

/** Long enough (ms) for the download to have begun. */
const keptMs = 60_000;
