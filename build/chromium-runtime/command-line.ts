const added = new Map<string, string>();

/** The switches (`--name`, `--name=value`) that the app was started with. */
export const commandLine = {
  appendSwitch: (name: string, value = '') => {
    added.set(name, value);
  },
  hasSwitch: (name: string) => added.has(name) || find(name) !== undefined,
  getSwitchValue: (name: string) => added.get(name) ?? find(name)?.slice(name.length + 3) ?? '',
} satisfies Pick<Electron.CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue'>;

function find(name: string): string | undefined {
  return process.argv.slice(1).find((one) => one === `--${name}` || one.startsWith(`--${name}=`));
}
