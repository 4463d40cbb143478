import { type CommandName, commands, undoKeys } from '../../../electron/model/command.ts';
import type { FoundRelease } from '../../../electron/model/release.ts';
import { systemCommands } from '../../../electron/model/system-command.ts';
import { call } from '../../api.ts';
import { useBatches } from '../../store/batches.ts';
import { chooseConnection, useConnections } from '../../store/connections.ts';
import { useDrafts } from '../../store/drafts.ts';
import { go, open, setConnecting, useNavigation } from '../../store/navigation.ts';
import { showRelease } from '../../store/openings.ts';
import type { PaletteEntry } from '../../store/palette.ts';
import { chooseProduct, useProducts } from '../../store/products.ts';
import { useReleases } from '../../store/releases.ts';
import { runCommand } from '../../store/run-command.ts';
import { showDrafts } from '../../store/show-drafts.ts';
import { lastUndoable } from '../../store/undo.ts';
import { whyNot } from '../../store/why-not.ts';
import { texts } from '../../texts/texts.ts';
import { shown } from '../../ui/visible-text.ts';
import { openDraft } from '../drafts/open-draft.ts';
import { subjectOf } from '../releases/entry-subject.ts';

/** Everything the palette can do and bring up now from what the window holds: commands first, then what is nearest. */
export function paletteEntries(): readonly PaletteEntry[] {
  return [...ofCommands(), ...ofReleases(), ...ofDrafts(), ...ofBatches(), ...ofProducts(), ...ofTeams()];
}

/** Releases of other products of the team, which are asked for as they are looked for. */
export function entriesElsewhere(
  connectionId: string,
  found: readonly FoundRelease[],
): readonly PaletteEntry[] {
  return found.map(({ id, productId, version, branchName, productName }) => ({
    id: `release ${productId} ${id}`,
    kind: 'release',
    text: shown(version),
    second: [productName, branchName]
      .filter((part) => part !== null)
      .map(shown)
      .join(' · '),
    accelerator: null,
    why: null,
    run: () => showRelease(connectionId, productId, id),
  }));
}

/**
 * Every command of the application menu but those for text, and the palette's own: those that can be carried out now,
 * then those that say why not. Where a team is being connected these would all say the same: there they are left out.
 */
function ofCommands(): PaletteEntry[] {
  const own = commands
    .filter(({ name }) => name !== 'palette')
    .map(
      ({ name, accelerator }): PaletteEntry => ({
        id: `command ${name}`,
        kind: 'command',
        text: texts.commands.labels[name],
        second: secondOf(name),
        accelerator: name === 'undo' ? undoKeys : accelerator,
        why: whyNot(name),
        run: () => runCommand(name),
      }),
    );
  const system = systemCommands.map(
    ({ name, accelerator }): PaletteEntry => ({
      id: `system ${name}`,
      kind: 'command',
      text: texts.commands.systemLabels[name],
      second: '',
      accelerator,
      why: null,
      run: () => void call('app.system', { command: name }),
    }),
  );
  const can = own.filter(({ why }) => why === null);
  const isConnected = useConnections.getState().connections.length > 0;
  const hasWindow = isConnected && !useNavigation.getState().connecting;
  return [...can, ...system, ...(hasWindow ? own.filter(({ why }) => why !== null) : [])];
}

/** What a command is about now. */
function secondOf(name: CommandName): string {
  return name === 'undo' ? (lastUndoable()?.what ?? '') : '';
}

function ofReleases(): PaletteEntry[] {
  return useReleases
    .getState()
    .entries.toReversed()
    .map((entry) => ({
      id: `release ${entry.release.id}`,
      kind: 'release',
      text: shown(entry.release.version),
      second: [entry.release.branchName, texts.status[entry.release.status]]
        .filter((part) => part !== null)
        .map(shown)
        .join(' · '),
      accelerator: null,
      why: null,
      run: () => open('releases', subjectOf(entry), true),
    }));
}

function ofDrafts(): PaletteEntry[] {
  const products = new Map(useProducts.getState().products.map(({ id, name }) => [id, name]));
  return useDrafts.getState().drafts.map((draft) => ({
    id: `draft ${draft.id}`,
    kind: 'draft',
    text: shown(draft.base?.version ?? draft.fields.version) || texts.drafts.unnamed,
    second: shown(products.get(draft.productId) ?? ''),
    accelerator: null,
    why: null,
    run: () => openDraft(draft, true),
  }));
}

function ofBatches(): PaletteEntry[] {
  return useBatches.getState().batches.map(({ id, name }) => ({
    id: `batch ${id}`,
    kind: 'batch',
    text: shown(name),
    second: '',
    accelerator: null,
    why: null,
    run: () => showDrafts(id),
  }));
}

function ofProducts(): PaletteEntry[] {
  return useProducts.getState().products.map(({ id, name }) => ({
    id: `product ${id}`,
    kind: 'product',
    text: shown(name),
    second: '',
    accelerator: null,
    why: null,
    run: () => {
      chooseProduct(id);
      go('releases');
    },
  }));
}

function ofTeams(): PaletteEntry[] {
  return useConnections.getState().connections.map(({ id, name }) => ({
    id: `team ${id}`,
    kind: 'team',
    text: shown(name),
    second: '',
    accelerator: null,
    why: null,
    run: () => {
      chooseConnection(id);
      setConnecting(false);
    },
  }));
}
