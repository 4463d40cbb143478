/** Choices of the person that the window shows and the main process acts on, by the key they are stored under. */
export const preferences = {
  /** `background`: closing the window while something is on its way asks nothing. Else it asks. */
  whenClosed: 'when-closed',
  /** Bytes of sent artifacts that are kept, as a whole number. */
  vaultLimit: 'vault-limit',
} as const;
