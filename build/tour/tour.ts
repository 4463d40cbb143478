import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Page } from '@playwright/test';
import { type Look, picture, takeOn, usual } from './look.ts';

/** What a step is done in: a running app, and whatever else its chapter needs. */
export interface Scene {
  readonly page: Page;
  /** Exceptions and complaints of the page so far. */
  pageErrors(): string[];
  close(): Promise<void>;
}

/** One thing a person does or looks at. It is good when `run` has seen what it should. */
export interface Step<S extends Scene> {
  readonly name: string;
  readonly look?: Look;
  /** Errors of the page that are part of it; any other makes it bad. */
  readonly errors?: RegExp;
  readonly run: (scene: S) => Promise<void>;
}

/** Steps that build on one another, in an app of their own. */
export interface Chapter<S extends Scene> {
  readonly open: () => Promise<S>;
  readonly steps: readonly Step<S>[];
}

export interface StepReport {
  readonly number: number;
  readonly name: string;
  /** From the step's beginning until it had seen what it should, in ms. */
  readonly ms: number;
  /** Path of the picture, from the project's folder; null when the step could not be tried. */
  readonly picture: string | null;
  readonly ok: boolean;
  /** Why it is not good. */
  readonly problem?: string;
}

export interface Tour {
  /** Goes through a chapter. After a step that went wrong, the rest of the chapter is reported as not tried. */
  play<S extends Scene>(chapter: Chapter<S>): Promise<void>;
  readonly reports: readonly StepReport[];
}

/**
 * @param folder where the pictures go, numbered through all chapters
 * @param root what the paths in the reports start from
 */
export function createTour(given: {
  readonly folder: string;
  readonly root: string;
  readonly tell: (report: StepReport) => void;
}): Tour {
  const reports: StepReport[] = [];
  const add = (report: Omit<StepReport, 'number'>): void => {
    const numbered = { number: reports.length + 1, ...report };
    reports.push(numbered);
    given.tell(numbered);
  };

  const show = async <S extends Scene>(
    scene: S,
    { name, look = usual, errors, run }: Step<S>,
  ): Promise<boolean> => {
    const path = join(given.folder, fileName(reports.length + 1, name));
    const begun = performance.now();
    const problem = await takeOn(scene.page, look)
      .then(() => run(scene))
      .then(
        () => scene.pageErrors().find((error) => !errors?.test(error)),
        (error: unknown) => inWords(error),
      );
    const ms = Math.round(performance.now() - begun);
    const taken = await picture(scene.page, path).then(
      () => relative(given.root, path),
      () => null,
    );
    const ok = problem === undefined && taken !== null;
    add({ name, ms, picture: taken, ok, ...(problem === undefined ? {} : { problem }) });
    return ok;
  };

  const walk = async <S extends Scene>(scene: S, steps: readonly Step<S>[]): Promise<void> => {
    try {
      for (const [at, step] of steps.entries()) {
        if (await show(scene, step)) continue;
        skip(steps.slice(at + 1), 'not tried');
        return;
      }
    } finally {
      await scene.close();
    }
  };
  const skip = <S extends Scene>(steps: readonly Step<S>[], problem: string): void => {
    for (const { name } of steps) add({ name, ms: 0, picture: null, ok: false, problem });
  };

  return {
    reports,
    play: ({ open, steps }) =>
      open().then(
        (scene) => walk(scene, steps),
        (error: unknown) => skip(steps, inWords(error)),
      ),
  };
}

/** "003-a-release.png" */
function fileName(number: number, name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9.]+/g) ?? [];
  return `${String(number).padStart(3, '0')}-${words.join('-')}.png`;
}

/** The error's message without the colours and the blank lines it has for terminals. */
function inWords(error: unknown): string {
  const text = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
