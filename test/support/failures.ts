import { AppError } from '../../electron/errors.ts';
import type { Failure } from '../../electron/model/failure.ts';

/** What a call that has to fail told the user. Throws when it succeeds, or fails with anything but an `AppError`. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof AppError) return error.failure;
    throw error;
  }
  throw new Error('It did not fail.');
}
