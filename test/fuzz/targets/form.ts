import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import busboy from 'busboy';
import { AppError } from '../../../electron/errors.ts';
import { openMultipart, sentFileName } from '../../../electron/lukittu/multipart.ts';
import { artifactName } from '../../../electron/publish/artifact.ts';
import { must, type Target } from '../target.ts';

const content = Buffer.from('the file');
const path = join(mkdtempSync(join(tmpdir(), 'lukittu-fuzz-')), 'artifact');
writeFileSync(path, content);

/** Any name a file can have: the form stays two parts, and the file arrives under a name that is one. */
export const form: Target = {
  name: 'form',
  words: [
    '"',
    '\r\n',
    '\r\n\r\n',
    '--',
    'Content-Disposition: form-data; name="data"',
    '../',
    '\\',
    ';',
    '%22',
    'ä',
    '💥',
    '\u202e',
    '.jar',
    '\u0000',
    'filename*=',
  ],
  seeds: async () =>
    ['app.jar', 'a b (1).zip', 'ä💥.jar', '../../x.jar', 'C:\\x\\y.zip', 'a";name="data'].map((name) =>
      Buffer.from(name),
    ),
  check: async (input) => {
    const name = artifactName(input.toString('utf8').slice(0, 4000));
    must(name !== '' && !/[/\\\p{Cc}]/u.test(name), `an artifact has a name: ${JSON.stringify(name)}`);
    const data = JSON.stringify({ version: name });
    try {
      const body = await openMultipart(
        data,
        { path, name, size: content.length },
        { onTaken: () => 'fast', onLast: () => {} },
      );
      const bytes = await buffer(body.stream);
      must(bytes.length === body.contentLength, 'the form is as long as it says');
      const parts = await partsOf(bytes, body.contentType);
      must(parts.length === 2, `the form has ${parts.length} parts`);
      must(parts[0] === `data=${data}`, 'the data arrives as it was');
      // Quotes and line breaks are written as browsers write them.
      const written = sentFileName(name)
        .replaceAll('"', '%22')
        .replaceAll('\r', '%0D')
        .replaceAll('\n', '%0A');
      must(parts[1] === `file:${written}=${content}`, `the file arrives as: ${parts[1]}`);
    } catch (error) {
      if (!(error instanceof AppError) || error.failure.kind !== 'file-rejected') throw error;
    }
  },
};

/** What a server makes of the form. */
function partsOf(bytes: Buffer, contentType: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const parts: string[] = [];
    const parser = busboy({
      headers: { 'content-type': contentType },
      defParamCharset: 'utf8',
      preservePath: true,
    });
    parser.on('field', (name, value) => parts.push(`${name}=${value}`));
    parser.on('file', (name, stream, { filename }) => {
      const index = parts.push('') - 1;
      buffer(stream).then((found) => {
        parts[index] = `${name}:${filename}=${found}`;
      }, reject);
    });
    parser.on('close', () => setImmediate(() => resolve(parts)));
    parser.on('error', reject);
    Readable.from([bytes]).pipe(parser);
  });
}
