import type { MessageBox } from './messages.ts';

/**
 * Draws a question over the page and waits for its answer. Sent to the page as text: it may use nothing from outside
 * its own body. What is made here the page's own styles do not reach.
 */
export function drawMessageBox(
  question: MessageBox,
): Promise<{ response: number; checkboxChecked: boolean }> {
  const { message, detail, buttons, defaultId, cancelId, checkboxLabel, checkboxChecked } = question;
  const styles = new CSSStyleSheet();
  styles.replaceSync(`
    dialog {
      box-sizing: border-box; width: 440px; max-width: calc(100vw - 48px); padding: 20px;
      border: 1px solid light-dark(#d5d8de, #43464f); border-radius: 10px;
      background: light-dark(#fefefe, #25272c); color: light-dark(#1d2027, #e7e9ee);
      font: 13px/1.45 system-ui, sans-serif; box-shadow: 0 16px 48px rgb(0 0 0 / 30%);
    }
    dialog::backdrop { background: rgb(12 14 20 / 40%); }
    h1 { margin: 0 0 8px; font-size: 14px; }
    p { margin: 0; white-space: pre-line; }
    label { display: flex; gap: 8px; align-items: center; margin-top: 16px; }
    div { display: flex; justify-content: end; gap: 8px; margin-top: 20px; }
    button {
      padding: 5px 14px; border: 1px solid light-dark(#b9bec8, #565a66); border-radius: 6px;
      background: light-dark(#fefefe, #2e3138); color: inherit; font: inherit;
    }
    button.default { border-color: transparent; background: #4053c6; color: #fbfbff; }
    button:focus-visible { outline: 2px solid light-dark(#4053c6, #98a5ff); outline-offset: 2px; }
  `);
  const host = document.createElement('div');
  host.id = 'message-box-of-the-runtime';
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [styles];
  const add = <Name extends keyof HTMLElementTagNameMap>(to: Element, name: Name, text = '') => {
    const made = document.createElement(name);
    made.textContent = text;
    to.append(made);
    return made;
  };
  const dialog = document.createElement('dialog');
  dialog.setAttribute('role', 'alertdialog');
  dialog.setAttribute('aria-labelledby', 'message');
  dialog.setAttribute('aria-describedby', 'detail');
  add(dialog, 'h1', message).id = 'message';
  add(dialog, 'p', detail).id = 'detail';
  const checkbox = document.createElement('input');
  checkbox.type = 'checkbox';
  checkbox.checked = checkboxChecked;
  if (checkboxLabel !== null) {
    const label = add(dialog, 'label');
    label.append(checkbox, checkboxLabel);
  }
  const row = add(dialog, 'div');
  return new Promise((resolve) => {
    const answer = (response: number): void => {
      host.remove();
      resolve({ response, checkboxChecked: checkbox.checked });
    };
    // As on most desktops: what Enter gives is the last.
    for (const [index, text] of [...buttons.entries()].reverse()) {
      const button = add(row, 'button', text);
      button.type = 'button';
      button.autofocus = index === defaultId;
      button.classList.toggle('default', index === defaultId);
      button.addEventListener('click', () => answer(index));
    }
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      answer(cancelId);
    });
    root.append(dialog);
    document.documentElement.append(host);
    dialog.showModal();
  });
}

/** Takes it away unanswered. */
export function removeMessageBox(): void {
  document.getElementById('message-box-of-the-runtime')?.remove();
}
