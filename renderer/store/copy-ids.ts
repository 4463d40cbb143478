import { texts } from '../texts/texts.ts';
import { shown } from '../ui/visible-text.ts';
import { copyText } from './clipboard.ts';
import { useEditor } from './editor.ts';
import { openSubject } from './navigation.ts';
import { notify } from './notices.ts';
import { useProducts } from './products.ts';

/** Plan files, columns of CSV files and what is added by its id ask for ids: here they can be had. */

/** The release that is open, as it is on the server; null for none. */
export function releaseAtHand(): { readonly id: string; readonly version: string } | null {
  return openSubject() === null ? null : useEditor.getState().release;
}

export async function copyReleaseId(): Promise<void> {
  const release = releaseAtHand();
  if (release !== null) await copyAndSay(release.id, texts.ids.copiedOfRelease(shown(release.version)));
}

/** The product of what is open, else the one that is shown; null for none. */
export function productIdAtHand(): string | null {
  return openSubject()?.productId ?? useProducts.getState().currentId;
}

export async function copyProductId(id: string | null): Promise<void> {
  if (id === null) return;
  const name = useProducts.getState().products.find((product) => product.id === id)?.name;
  const { copiedOfProduct, copiedProductId } = texts.ids;
  await copyAndSay(id, name === undefined ? copiedProductId : copiedOfProduct(shown(name)));
}

async function copyAndSay(id: string, message: string): Promise<void> {
  if (await copyText(id)) notify({ tone: 'success', message });
}
