import { resolve } from 'node:path';
// biome-ignore lint/style/noRestrictedImports: an app of its own
import { app, BrowserWindow, protocol } from 'electron';

/** The least an app can be: one window with one page. What the app's own start is held against. */
const page = '<!doctype html><title>Empty</title><h1>Empty</h1>';

app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.setPath('userData', resolve(process.env.LUKITTU_DATA_FOLDER));
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  protocol.handle('app', () => new Response(page, { headers: { 'content-type': 'text/html' } }));
  new BrowserWindow({ width: 1280, height: 800 }).loadURL('app://page/');
});
