import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../../electron/errors.ts';
import { type Answer, readAnswer } from '../../../electron/lukittu/answer.ts';
import { failureMaker, type Stake } from '../../../electron/lukittu/request-failure.ts';
import type { Failure, FailureKind } from '../../../electron/model/failure.ts';
import { readRecording } from '../../support/recordings.ts';

const apiKey = 'lab_main_0123456789abcdef';

const answer = (change: Partial<Omit<Answer, 'body'>> & { body?: unknown }): Answer => {
  const { body = '', ...rest } = change;
  return {
    status: 200,
    contentType: 'application/json',
    contentEncoding: '',
    location: '',
    ...rest,
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  };
};

const refusal = (status: number, details: string, data: unknown = null) =>
  answer({ status, body: { data, result: { valid: false, details, timestamp: 'now' } } });

function failureFor(given: Answer, stake: Stake = 'file'): Failure {
  const fail = failureMaker({ server: 'lukittu.example.org', stake, apiKey });
  try {
    readAnswer(given, z.object({ id: z.string() }), fail);
  } catch (error) {
    if (error instanceof AppError) return error.failure;
    throw error;
  }
  throw new Error('The answer was taken for a success.');
}

describe('refusals of a running server', () => {
  const kinds: Readonly<Record<string, [FailureKind, Failure['oldFile']]>> = {
    'list without product': ['invalid-product-id', 'safe'],
    'list of unknown product': ['product-not-found', 'safe'],
    'list with wrong key': ['invalid-key', 'safe'],
    'list with no key': ['invalid-key', 'safe'],
    'list with malformed team': ['invalid-team', 'safe'],
    'create the same again': ['version-taken', 'safe'],
    'wrong key': ['invalid-key', 'safe'],
    'malformed release id': ['invalid-release-id', 'safe'],
    'unknown release': ['release-not-found', 'safe'],
    'unknown product': ['product-not-found', 'safe'],
    'unknown branch': ['branch-not-found', 'safe'],
    'branch of another product': ['branch-not-found', 'safe'],
    'unknown license': ['license-not-found', 'safe'],
    'license given twice': ['license-not-found', 'safe'],
    'licenses and latest': ['licenses-with-latest', 'safe'],
    'licenses on the latest published': ['licenses-with-latest', 'safe'],
    'version taken': ['version-taken', 'safe'],
    'missing data': ['invalid-form', 'safe'],
    'data sent as a file': ['invalid-form', 'safe'],
    'data is not JSON': ['invalid-form', 'safe'],
    'file sent as text': ['invalid-form', 'safe'],
    'every field wrong': ['invalid-fields', 'safe'],
    'version too short': ['invalid-fields', 'safe'],
    'version of 256': ['invalid-fields', 'safe'],
    '21 metadata': ['invalid-fields', 'safe'],
    '31 licenses': ['invalid-fields', 'safe'],
    'file one byte too large': ['file-too-large', 'safe'],
    'team without uploads': ['uploads-need-plan', 'safe'],
    'not multipart': ['server-error', 'maybe-lost'],
    'empty body': ['server-error', 'maybe-lost'],
    'trailing slash': ['not-lukittu', 'maybe-lost'],
    'unknown path': ['not-lukittu', 'maybe-lost'],
    'get one release does not exist': ['not-lukittu', 'safe'],
    'jar without plugin.yml is refused': ['jar-without-main', 'lost'],
    'jar with only a manifest is refused': ['jar-without-main', 'lost'],
    'not a zip named jar is refused': ['jar-without-main', 'lost'],
    'file without extension: name ends in a dot': ['file-without-extension', 'lost'],
    'storage full': ['storage-full', 'lost'],
    'one address, update 6 of 6': ['rate-limited', 'safe'],
    'wrong key while limited is still 401': ['invalid-key', 'safe'],
  };

  const refused = readRecording().exchanges.filter(({ response }) => response.status >= 300);

  test('are all known', () => {
    expect(refused.map(({ name }) => name).sort()).toEqual(Object.keys(kinds).sort());
  });

  test.each(refused)('“$name” is told apart', ({ name, response }) => {
    const { status, headers, body } = response;
    const failure = failureFor(
      answer({
        status,
        contentType: headers['content-type'] ?? '',
        location: headers.location ?? '',
        body: body ?? '',
      }),
    );
    expect([failure.kind, failure.oldFile]).toEqual(kinds[name]);
    expect(failure.applied).toBe(status >= 400 && status < 500 ? 'no' : 'maybe');
    expect(failure.status).toBe(status);
  });
});

describe('refusals nobody recorded', () => {
  test.each<[number, string, FailureKind]>([
    [403, 'Max releases per product reached', 'release-limit'],
    [400, 'File too large. Maximum size is 30.0 MB', 'file-too-large'],
    [400, 'File too large.', 'file-too-large'],
    [400, 'A rule of tomorrow', 'bad-request'],
    [401, 'Key expired', 'invalid-key'],
    [403, 'Not in this plan', 'forbidden'],
    [404, 'Customer not found', 'not-found'],
    [409, 'Somebody was faster', 'conflict'],
    [413, 'Payload too large', 'file-too-large'],
    [418, 'Short and stout', 'bad-request'],
    [429, 'Slow down', 'rate-limited'],
    [500, 'Main class not found in JAR file', 'server-error'],
    [503, 'Maintenance', 'server-error'],
  ])('%i “%s” is %s', (status, details, kind) => {
    expect(failureFor(refusal(status, details))).toMatchObject({ kind, status, details });
  });

  test('a refusal of a rule nobody knows may have come after the old file was deleted', () => {
    expect(failureFor(refusal(400, 'A rule of tomorrow'))).toMatchObject({
      applied: 'no',
      oldFile: 'maybe-lost',
    });
  });

  test('the largest size the server takes is said', () => {
    const { message } = failureFor(refusal(400, 'File too large. Maximum size is 10.0 MB'));
    expect(message).toBe('The file is larger than the server accepts: its limit is 10.0 MB.');
  });

  test('a list of what is wrong comes along, path by path', () => {
    const { fields } = failureFor(
      refusal(400, 'Invalid request body', [{ message: 'Required', path: ['metadata', 0, 'key'] }]),
    );
    expect(fields).toEqual([{ path: 'metadata.0.key', message: 'Required' }]);
  });

  test('a list that is none is left out', () => {
    expect(failureFor(refusal(400, 'Invalid request body', { message: 'x' })).fields).toEqual([]);
  });
});

describe('what a request could not have done is never said', () => {
  test('a read changes nothing', () => {
    expect(failureFor(refusal(500, 'Internal server error'), 'nothing')).toMatchObject({
      applied: 'no',
      oldFile: 'safe',
    });
  });

  test('a request that keeps the file cannot lose it', () => {
    expect(failureFor(refusal(500, 'Internal server error'), 'fields')).toMatchObject({
      applied: 'maybe',
      oldFile: 'safe',
    });
    const jar = failureFor(refusal(400, 'Main class not found in JAR file'), 'fields');
    expect(jar.oldFile).toBe('safe');
    expect(jar.message).not.toMatch(/deleted/);
  });
});

test.each([
  ['cut short', '{"data":null,"result":{"val'],
  ['of another form', { error: 'no' }],
])('a 400 whose words are %s may have cost the old file', (_, body) => {
  const given = answer({ status: 400, body });
  expect(failureFor(given)).toMatchObject({ applied: 'no', oldFile: 'maybe-lost', status: 400 });
  expect(failureFor(given, 'fields').oldFile).toBe('safe');
  expect(failureFor(answer({ status: 404, body })).oldFile).toBe('safe');
});

describe('answers that are not Lukittu’s', () => {
  const html = { contentType: 'text/html; charset=utf-8', body: '<!doctype html><title>Sign in</title>' };
  const valid = { result: { valid: true, details: 'Release updated', timestamp: 'now' } };

  test.each<[string, Answer, FailureKind, Failure['applied']]>([
    ['a web page', answer(html), 'not-lukittu', 'maybe'],
    ['a web page that says 404', answer({ ...html, status: 404 }), 'not-lukittu', 'no'],
    ['a sign-in page of a proxy', answer({ ...html, status: 401 }), 'not-lukittu', 'no'],
    ['a redirect', answer({ status: 302, location: 'https://evil.example/login' }), 'not-lukittu', 'maybe'],
    ['nothing at all', answer({ status: 204, contentType: '' }), 'not-lukittu', 'maybe'],
    ['a method it does not know', answer({ status: 405, contentType: '' }), 'not-lukittu', 'no'],
    ['a web page of a gateway', answer({ ...html, status: 502 }), 'server-error', 'maybe'],
    ['a web page of a gateway that limits', answer({ ...html, status: 429 }), 'rate-limited', 'no'],
    ['a web page of a gateway for large bodies', answer({ ...html, status: 413 }), 'file-too-large', 'no'],
    ['no JSON though it says so', answer({ body: '<html>' }), 'unreadable-answer', 'maybe'],
    ['JSON cut short', answer({ body: '{"data":{"id":"b2f2' }), 'unreadable-answer', 'maybe'],
    [
      'packed JSON nobody asked for',
      answer({ contentEncoding: 'gzip', body: '{}' }),
      'unreadable-answer',
      'maybe',
    ],
    ['JSON of another server', answer({ body: { ok: true } }), 'unexpected-answer', 'maybe'],
    ['a refusal of another server', answer({ status: 404, body: { error: 'x' } }), 'unexpected-answer', 'no'],
    ['a list', answer({ body: [] }), 'unexpected-answer', 'maybe'],
    ['null', answer({ body: 'null' }), 'unexpected-answer', 'maybe'],
    [
      'a success without what was asked for',
      answer({ body: { data: {}, ...valid } }),
      'unexpected-answer',
      'maybe',
    ],
    ['a success that calls itself none', refusal(200, 'Hm'), 'unexpected-answer', 'maybe'],
  ])('%s is told apart', (_, given, kind, applied) => {
    expect(failureFor(given)).toMatchObject({ kind, applied });
  });

  test('a redirect says where to, for the curious', () => {
    expect(failureFor(answer({ status: 308, location: '/api/x' }))).toMatchObject({
      details: '308 /api/x',
      message:
        'This does not look like a Lukittu server: lukittu.example.org did not answer as one: it sends to another address.',
    });
  });
});

test('what the server says of the key stays out of the failure', () => {
  const failure = failureFor(
    refusal(400, `No such key: ${apiKey}`, [{ message: `${apiKey} is bad`, path: [apiKey] }]),
  );
  expect(JSON.stringify(failure)).not.toContain(apiKey);
  expect(failure.details).toBe('No such key: •••');
  expect(JSON.stringify(failureFor(answer({ status: 302, location: `/?key=${apiKey}` })))).not.toContain(
    apiKey,
  );
});

test.each([
  ['in Base64', Buffer.from(apiKey).toString('base64')],
  ['as an address writes it', encodeURIComponent(apiKey)],
  ['in capitals', apiKey.toUpperCase()],
  ['in hexadecimal', Buffer.from(apiKey).toString('hex')],
])('what the server says of the key %s stays out, too', (_, form) => {
  const failure = failureFor(refusal(400, `Bad: ${form}.`, [{ message: form, path: [form] }]));
  expect(failure.details).toMatch(/^Bad: •••=*\.$/);
  expect(JSON.stringify(failure)).not.toContain(form.replace(/=+$/, ''));
});

test('what the server says of a customer’s license key stays out of the failure', () => {
  const license = '0MI9K-EOS9Q-WXOD2-SZRRU-YBYA5';
  const failure = failureFor(
    refusal(400, `License ${license} is expired`, [{ message: `${license} is bad`, path: ['licenseIds'] }]),
  );
  expect(JSON.stringify(failure)).not.toContain(license);
  expect(failure.details).toBe('License ••• is expired');
});

test('a success gives its data', () => {
  const fail = failureMaker({ server: 'lukittu.example.org', stake: 'file', apiKey });
  const body = { data: { id: 'one', more: 1 }, result: { valid: true, details: 'Release created' } };
  expect(readAnswer(answer({ status: 201, body }), z.object({ id: z.string() }), fail)).toEqual({
    id: 'one',
  });
});
