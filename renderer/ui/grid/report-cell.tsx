import type { ReactElement, ReactNode } from 'react';

type Props = {
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly title?: string | undefined;
};

/** One cell of a `ReportTable`'s row. */
export function ReportCell({ children, className, title }: Props): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by hand
    <div role="cell" className={className} title={title}>
      {children}
    </div>
  );
}
