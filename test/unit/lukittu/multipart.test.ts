import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BodyWatch, openMultipart, sentFileName } from '../../../electron/lukittu/multipart.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const silent: BodyWatch = { onTaken: () => 'fast', onLast: () => {} };

/** A watch that hears how much was taken, and answers with this pace. */
const hearing = (pace: 'fast' | 'slow', onTaken: (bytes: number) => void): BodyWatch => ({
  ...silent,
  onTaken: (bytes) => {
    onTaken(bytes);
    return pace;
  },
});
const boundary = '----test';

/** A file with recognisable bytes. */
function fileOf(size: number, name = 'plugin.zip') {
  const path = join(tempFolder(), 'artifact');
  const bytes = Buffer.alloc(size, Buffer.from(Array.from({ length: 251 }, (_, index) => index)));
  writeFileSync(path, bytes);
  return { file: { path, name, size }, bytes };
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

describe('a form', () => {
  test('without a file has the one part of its data', async () => {
    const body = await openMultipart('{"version":"1.0.0"}', null, silent, boundary);
    expect(body.contentType).toBe('multipart/form-data; boundary=----test');
    expect((await collect(body.stream)).toString()).toBe(
      '------test\r\nContent-Disposition: form-data; name="data"\r\n\r\n{"version":"1.0.0"}\r\n------test--\r\n',
    );
  });

  test('with a file has a second part with its name and type, byte by byte as a browser writes it', async () => {
    const { file } = fileOf(3, 'app.jar');
    const body = await openMultipart('{}', file, silent, boundary);
    expect((await collect(body.stream)).toString('latin1')).toBe(
      [
        '------test\r\nContent-Disposition: form-data; name="data"\r\n\r\n{}\r\n',
        '------test\r\nContent-Disposition: form-data; name="file"; filename="app.jar"\r\n',
        'Content-Type: application/java-archive\r\n\r\n\u0000\u0001\u0002\r\n------test--\r\n',
      ].join(''),
    );
  });

  test.each([0, 1, 65_535, 65_536, 524_287, 524_288, 524_289, 1_600_000])(
    'with a file of %i bytes is exactly as long as announced, and holds those bytes',
    async (size) => {
      const { file, bytes } = fileOf(size);
      const body = await openMultipart('{"ä":"☃"}', file, silent, boundary);
      const sent = await collect(body.stream);
      expect(sent.length).toBe(body.contentLength);
      const start = sent.indexOf('zip\r\n\r\n') + 7;
      expect(sent.subarray(start, start + size).equals(bytes)).toBe(true);
    },
  );

  test.each(['plugin.jar', 'päivitys ☃.zip', 'a"b\r\nc.bin'])(
    'with the file “%s” is to the byte what a browser makes of it',
    async (name) => {
      const { file, bytes } = fileOf(1000, name);
      const type = name.endsWith('jar') ? 'application/java-archive' : '';
      const form = new FormData();
      form.set('data', '{"ä":"☃"}');
      form.set('file', new File([bytes], name, { type: name.endsWith('zip') ? 'application/zip' : type }));
      const reference = new Response(form);
      const chosen = reference.headers.get('content-type')?.split('boundary=')[1] ?? '';
      const body = await openMultipart('{"ä":"☃"}', file, silent, chosen);
      expect((await collect(body.stream)).equals(Buffer.from(await reference.arrayBuffer()))).toBe(true);
    },
  );

  test('with a file of 20 MB passes it through two buffers', async () => {
    const { file } = fileOf(20_000_000);
    const body = await openMultipart('{}', file, silent);
    const buffers = new Set<ArrayBufferLike>();
    for await (const chunk of body.stream) if (chunk.length > 1000) buffers.add(chunk.buffer);
    expect(buffers.size).toBe(2);
  });

  test('has a boundary that nobody can guess', async () => {
    const types = await Promise.all(
      [1, 2].map(async () => (await openMultipart('{}', null, silent)).contentType),
    );
    expect(new Set(types).size).toBe(2);
    for (const type of types) expect(type).toMatch(/boundary=----lukittu-release-manager-[0-9a-f]{32}$/);
  });

  test('comes in small pieces when the connection is slow, byte for byte the same', async () => {
    const { file, bytes } = fileOf(1_600_000);
    const taken: number[] = [];
    const slow = hearing('slow', (count) => taken.push(count));
    const body = await openMultipart('{}', file, slow, boundary);
    const sent = await collect(body.stream);
    expect(sent.includes(bytes)).toBe(true);
    expect(taken.length).toBeGreaterThan(1_600_000 / 65_536);
  });

  test('says how much was taken, from nothing on, and when the last bytes go', async () => {
    const { file } = fileOf(1_200_000);
    const story: (number | 'last')[] = [];
    const watch: BodyWatch = {
      ...hearing('fast', (count) => story.push(count)),
      onLast: () => story.push('last'),
    };
    const body = await openMultipart('{}', file, watch, boundary);
    const head = body.contentLength - 1_200_000 - '\r\n------test--\r\n'.length;
    await collect(body.stream);
    expect(story.slice(0, 6)).toEqual([0, head, head + 524_288, head + 1_048_576, head + 1_200_000, 'last']);
  });
});

describe('a file that is not what was reviewed', () => {
  const failing = (kind: string) => ({ failure: { kind, applied: 'no', oldFile: 'safe' } });

  test('is not opened when it is gone', async () => {
    const { file } = fileOf(10);
    rmSync(file.path);
    await expect(openMultipart('{}', file, silent)).rejects.toMatchObject(failing('artifact-missing'));
  });

  test.each([9, 11])('is not opened when it has %i bytes in place of 10', async (size) => {
    const { file } = fileOf(size);
    await expect(openMultipart('{}', { ...file, size: 10 }, silent)).rejects.toMatchObject(
      failing('artifact-changed'),
    );
  });

  test('is not opened when it is a folder', async () => {
    const path = join(tempFolder(), 'folder');
    mkdirSync(path);
    await expect(openMultipart('{}', { path, name: 'a.zip', size: 4096 }, silent)).rejects.toMatchObject(
      failing('file-unreadable'),
    );
  });

  test.skipIf(process.platform === 'win32')('is not waited for when it is a pipe', async () => {
    const path = join(tempFolder(), 'pipe');
    execFileSync('mkfifo', [path]);
    await expect(openMultipart('{}', { path, name: 'a.zip', size: 0 }, silent)).rejects.toMatchObject(
      failing('file-unreadable'),
    );
  });

  test.each<[string, (path: string) => void]>([
    ['shrinks', (path) => truncateSync(path, 1_000_000)],
    ['grows', (path) => appendFileSync(path, 'x')],
    ['is written to in place', (path) => utimesSync(path, new Date(), new Date(Date.now() + 5000))],
  ])('and %s while it is read ends the body before its end', async (_, change) => {
    const { file } = fileOf(3_000_000);
    let lasted = false;
    const watch: BodyWatch = {
      onTaken: (count) => {
        if (count > 500_000 && count < 1_000_000) change(file.path);
        return 'fast';
      },
      onLast: () => {
        lasted = true;
      },
    };
    const body = await openMultipart('{}', file, watch);
    await expect(collect(body.stream)).rejects.toMatchObject(failing('artifact-changed'));
    expect(lasted).toBe(false);
  });

  test.skipIf(process.platform === 'win32')(
    'that is removed while it is read is sent whole all the same',
    async () => {
      const { file, bytes } = fileOf(3_000_000);
      const body = await openMultipart(
        '{}',
        file,
        hearing('fast', () => rmSync(file.path, { force: true })),
      );
      expect((await collect(body.stream)).includes(bytes)).toBe(true);
    },
  );
});

test('a chunk stays as it is for as long as its reader takes, however slowly it reads', async () => {
  const { file, bytes } = fileOf(3_000_000);
  const { stream } = await openMultipart('{}', file, silent, boundary);
  const parts: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    stream.pause();
    // Whoever reads ahead into the buffer of this chunk has done it by then.
    void stat(file.path)
      .then(() => stat(file.path))
      .then(() => stat(file.path))
      .then(() => {
        parts.push(Buffer.from(chunk));
        stream.resume();
      });
  });
  await once(stream, 'close');
  expect(Buffer.concat(parts).includes(bytes)).toBe(true);
});

test('buffers that were given back serve the next file, and no two files at once', async () => {
  const first = await openMultipart('{}', fileOf(700_000).file, silent);
  await collect(first.stream);
  first.recycle();
  first.recycle();
  const filled = [1, 2].map((byte) => {
    const path = join(tempFolder(), 'artifact');
    writeFileSync(path, Buffer.alloc(1_300_000, byte));
    return openMultipart('{}', { path, name: 'a.zip', size: 1_300_000 }, silent);
  });
  const sent = await Promise.all((await Promise.all(filled)).map(({ stream }) => collect(stream)));
  expect(sent.map((body, index) => body.includes(Buffer.alloc(1_300_000, index + 1)))).toEqual([true, true]);
});

describe('the name of a file', () => {
  test.each([
    ['plugin.jar', 'plugin.jar'],
    ['/home/me/plugin.jar', 'plugin.jar'],
    ['..\\..\\plugin.jar', 'plugin.jar'],
    ['../../etc/passwd', 'passwd'],
    ['päivitys ☃.zip', 'päivitys ☃.zip'],
    ['a"b.zip', 'a"b.zip'],
  ])('“%s” is sent as “%s”', (name, sent) => {
    expect(sentFileName(name)).toBe(sent);
  });

  test.each(['', '/', '..', 'folder/', 'a/..', 'a\u0000.jar', 'a\u001b[31m.jar', 'a\u007f.jar'])(
    '%j is refused',
    (name) => {
      expect(() => sentFileName(name)).toThrow(
        expect.objectContaining({ failure: expect.objectContaining({ kind: 'file-rejected' }) }),
      );
    },
  );

  test('cannot end its header: quotes and line breaks are escaped as browsers do', async () => {
    const { file } = fileOf(1, 'a"; name="data"\r\nX-Evil: 1\n.zip');
    const text = (await collect((await openMultipart('{}', file, silent)).stream)).toString();
    expect(text).toContain('filename="a%22; name=%22data%22%0D%0AX-Evil: 1%0A.zip"');
    expect(text).not.toContain('\nX-Evil');
  });
});
