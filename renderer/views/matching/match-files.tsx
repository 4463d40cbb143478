import type { ReactElement } from 'react';
import { askForFiles, endMatching, useFileMatching } from '../../store/file-matching.ts';
import { stopMaking } from '../../store/match-actions.ts';
import { useProducts } from '../../store/products.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { useOffer } from '../../ui/use-offer.ts';
import { shown } from '../../ui/visible-text.ts';
import { AskForFiles } from './ask-for-files.tsx';
import { LeftOutNote } from './left-out-note.tsx';
import { MatchFooter } from './match-footer.tsx';
import { MatchTable } from './match-table.tsx';

/** Files that were dropped together: the release each is for, corrected by hand, and then made into drafts. */
export function MatchFiles(): ReactElement {
  const { phase, productId, failure } = useFileMatching();
  const product = useProducts(({ products }) => products.find(({ id }) => id === productId)?.name);
  const words = texts.matching;
  useOffer('match-files', askForFiles);

  const close = () => {
    if (phase === 'making') stopMaking();
    else endMatching();
  };
  return (
    <Dialog
      title={product === undefined ? words.title : words.titleOf(shown(product))}
      isOpen={phase !== 'closed'}
      onClose={close}
      wide={phase === 'asking' ? false : 'table'}
      isDismissable={phase === 'asking'}
    >
      {failure !== null && (
        <Banner tone="danger" role="alert">
          <FailureText failure={failure} />
        </Banner>
      )}
      {phase === 'asking' ? (
        <AskForFiles />
      ) : (
        <>
          <LeftOutNote />
          {(phase !== 'looking' || failure === null) && <MatchTable />}
          <MatchFooter onClose={close} />
        </>
      )}
    </Dialog>
  );
}
