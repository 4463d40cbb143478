import { create } from 'zustand';
import type { Failure } from '../../electron/model/failure.ts';
import type { VaultUsage } from '../../electron/model/vault.ts';
import { call } from '../api.ts';
import { count, fileSize, upToThreeDecimals } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { announce } from './announcements.ts';

/** A limit that would let go of copies, before it is set. */
export type LimitQuestion = { readonly limitBytes: number; readonly files: number; readonly bytes: number };

type Vault = {
  /** Null until it is known. */
  readonly usage: VaultUsage | null;
  readonly question: LimitQuestion | null;
  readonly failure: Failure | null;
};

/** The room the app's copies of files take, and the person's limit. */
export const useVault = create<Vault>(() => ({ usage: null, question: null, failure: null }));

export async function readVault(): Promise<void> {
  const answer = await call('vault.usage', {});
  if (answer.ok) useVault.setState({ usage: answer.value, failure: null });
  else useVault.setState({ failure: answer.failure });
}

/** Sets the limit, or asks first when copies would go. */
export async function chooseVaultLimit(limitBytes: number): Promise<void> {
  if (limitBytes === useVault.getState().usage?.limitBytes) return leaveVaultLimit();
  const answer = await call('vault.limit', { limitBytes, commit: false });
  if (!answer.ok) return useVault.setState({ failure: answer.failure });
  const { files, bytes } = answer.value;
  if (files === 0) return setVaultLimit(limitBytes);
  useVault.setState({ question: { limitBytes, files, bytes } });
}

export async function setVaultLimit(limitBytes: number): Promise<void> {
  const answer = await call('vault.limit', { limitBytes, commit: true });
  if (!answer.ok) return useVault.setState({ failure: answer.failure });
  useVault.setState({ usage: answer.value.usage, question: null, failure: null });
  announce(texts.vault.limitSet(limitInWords(limitBytes)));
}

/** The limit stays as it is. */
export function leaveVaultLimit(): void {
  useVault.setState({ question: null });
}

export const gigabyte = 1024 ** 3;

/** `2 GB`: limits are whole ones; one from elsewhere that is not, `0.5 GB`, is not rounded to one. */
export function limitInWords(limitBytes: number): string {
  return texts.vault.gigabytes(upToThreeDecimals(limitBytes / gigabyte));
}

/** `3 files (2.1 GB)`. */
export function filesInWords({ files, bytes }: LimitQuestion): string {
  return texts.vault.files(files, count(files), fileSize(bytes));
}
