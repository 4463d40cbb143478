import type { ReactElement, ReactNode } from 'react';

type Props = {
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly title?: string | undefined;
};

/** One cell of a `VirtualGrid`'s row. The grid holds the focus and says which row is meant. */
export function Cell({ children, className, title }: Props): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: rows are placed by hand, and the grid has the focus
    <div role="gridcell" className={className} title={title}>
      {children}
    </div>
  );
}
