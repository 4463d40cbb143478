import { type ReactElement, type RefObject, useRef } from 'react';

type FilePicker = {
  /** Has to be somewhere on the page. */
  readonly input: ReactElement;
  /** Opens the system's dialog; false when the browser wants a click or a key press on the page first. */
  readonly choose: () => boolean;
};

/** Choosing a file, or several, with the system's dialog: the same `File` objects as a drop. */
export function useFilePicker(
  label: string,
  onFiles: (files: readonly File[]) => void,
  { multiple = false }: { readonly multiple?: boolean } = {},
): FilePicker {
  const ref: RefObject<HTMLInputElement | null> = useRef(null);
  return {
    input: (
      <input
        ref={ref}
        type="file"
        aria-label={label}
        hidden
        multiple={multiple}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // Choosing the same file again is a change too.
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    ),
    choose: () => {
      if (!navigator.userActivation.isActive) return false;
      ref.current?.click();
      return true;
    },
  };
}
