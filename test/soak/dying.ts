import { DatabaseSync, StatementSync } from 'node:sqlite';

/**
 * From here on this process ends, as by a power cut, as soon as it has written to a database so many times: everything
 * before that is on disk, and nothing that would follow it happens.
 */
export function dieAfterWrite(writes: number): void {
  let written = 0;
  const count = (): void => {
    written += 1;
    if (written >= writes) process.kill(process.pid, 'SIGKILL');
  };
  const { run } = StatementSync.prototype;
  Object.defineProperty(StatementSync.prototype, 'run', {
    value: function (this: StatementSync, ...values: unknown[]) {
      const result = Reflect.apply(run, this, values);
      count();
      return result;
    },
  });
  const { exec } = DatabaseSync.prototype;
  Object.defineProperty(DatabaseSync.prototype, 'exec', {
    value: function (this: DatabaseSync, sql: string) {
      Reflect.apply(exec, this, [sql]);
      if (sql === 'COMMIT') count();
    },
  });
}
