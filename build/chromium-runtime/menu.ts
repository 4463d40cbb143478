import { parseAccelerator } from './accelerator.ts';
import type { Shortcut } from './page/messages.ts';

/** Electron's template, but that `click` is given this runtime's items. */
interface Template extends Omit<Electron.MenuItemConstructorOptions, 'click' | 'submenu'> {
  click?: (item: MenuItem, window: undefined, event: Electron.KeyboardEvent) => void;
  submenu?: Template[] | Menu;
}
type Role = NonNullable<Template['role']>;

/** Shortcuts of the roles that the runtime carries out itself; Chromium has the others (copy, undo, zoom…). */
const roleAccelerators: Partial<Record<Role, string>> = {
  quit: 'CmdOrCtrl+Q',
  close: 'CmdOrCtrl+W',
};

/** An item of a menu that is not drawn, but whose shortcut works. */
export class MenuItem implements Pick<Electron.MenuItem, 'id' | 'label' | 'enabled' | 'visible' | 'checked'> {
  readonly id: string;
  readonly label: string;
  readonly role: Role | undefined;
  readonly type: Electron.MenuItem['type'];
  readonly accelerator: string | undefined;
  readonly submenu: Menu | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: Template['click'];

  constructor(options: Template) {
    this.id = options.id ?? '';
    this.label = options.label ?? options.role ?? '';
    this.role = options.role;
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal');
    this.accelerator = options.accelerator ?? (options.role && roleAccelerators[options.role]);
    this.submenu = Array.isArray(options.submenu) ? Menu.buildFromTemplate(options.submenu) : options.submenu;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.#click = options.click;
  }

  /** Chooses the item. What a role does is not known here: that belongs to the window. */
  click(): void {
    if (this.enabled) this.#click?.(this, undefined, { triggeredByAccelerator: true });
  }
}

export class Menu {
  static #application: Menu | null = null;
  static #listener: () => void = () => undefined;
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: (Template | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
    Menu.#listener();
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }

  /** Calls the listener whenever the application menu is another one. */
  static whenChanged(listener: () => void): void {
    Menu.#listener = listener;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }

  getMenuItemById(id: string): MenuItem | null {
    return this.all().find((item) => item.id === id) ?? null;
  }

  /** Every item, the submenus' included, in a fixed order: a shortcut's `item` is an index of it. */
  all(): MenuItem[] {
    return this.items.flatMap((item) => [item, ...(item.submenu?.all() ?? [])]);
  }

  shortcuts(): Shortcut[] {
    return this.all().flatMap((item, index) => {
      const ours = item.role === undefined || item.role in roleAccelerators;
      if (!item.accelerator || !ours) return [];
      return [{ item: index, ...parseAccelerator(item.accelerator, process.platform === 'darwin') }];
    });
  }
}
