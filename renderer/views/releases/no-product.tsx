import { type ReactElement, useState } from 'react';
import { refreshProducts, useProducts } from '../../store/products.ts';
import { texts } from '../../texts/texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureActions } from '../../ui/failure-actions.tsx';
import { FailureText } from '../../ui/failure-text.tsx';
import { AddProductDialog } from './add-product-dialog.tsx';
import styles from './releases.module.css';

/** No product is known: why, and the way to one. */
export function NoProduct(): ReactElement {
  const failure = useProducts((state) => state.failure);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      {failure !== null && (
        <div className={styles.state}>
          <Banner
            tone="danger"
            role="alert"
            actions={<FailureActions failure={failure} onRetry={() => void refreshProducts()} />}
          >
            <FailureText failure={failure} />
          </Banner>
        </div>
      )}
      <EmptyState icon="releases" title={texts.releases.noProduct} text={texts.releases.noProductText}>
        <Button kind="primary" icon="plus" onPress={() => setAdding(true)}>
          {texts.bar.addProduct}
        </Button>
      </EmptyState>
      <AddProductDialog isOpen={isAdding} onClose={() => setAdding(false)} />
    </>
  );
}
