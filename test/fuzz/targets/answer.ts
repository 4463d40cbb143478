import { AppError } from '../../../electron/errors.ts';
import { readAnswer } from '../../../electron/lukittu/answer.ts';
import { failureMaker } from '../../../electron/lukittu/request-failure.ts';
import {
  licensePageSchema,
  releasePageSchema,
  sentReleaseSchema,
  topProductsSchema,
} from '../../../electron/lukittu/schema.ts';
import { failureSchema } from '../../../electron/model/failure.ts';
import { productId, releaseData } from '../../support/lukittu-answers.ts';
import { mutateJson } from '../mutate-json.ts';
import { must, type Target } from '../target.ts';

const apiKey = 'lab_main_0123456789abcdef';
const licenseKey = '0MI9K-EOS9Q-WXOD2-SZRRU-YBYA5';
const schemas = [releasePageSchema, licensePageSchema, topProductsSchema, sentReleaseSchema];
const statuses = [200, 201, 302, 400, 401, 404, 409, 413, 429, 500];
const contentTypes = ['application/json', 'application/json; charset=utf-8', 'text/html', ''];

const wrapped = (data: unknown, details = 'OK'): Buffer =>
  Buffer.from(
    `\u0000\u0000\u0000${JSON.stringify({ data, result: { valid: true, details, timestamp: 'now' } })}`,
  );

const customers = [{ fullName: 'Anna', username: 'anna', email: null }];
const license = {
  id: productId,
  licenseKey,
  suspended: false,
  expirationDate: null,
  products: [{ id: productId, name: 'P' }],
  customers,
};

/** Whatever a server answers: it is understood, or a failure of a known kind, and holds neither key. */
export const answer: Target = {
  name: 'answer',
  words: [
    apiKey,
    licenseKey,
    '"licenseKey":',
    '"details":"Storage limit reached"',
    '"details":"File too large. Maximum size is 1MB"',
    '"data":[{"message":"x","path":["a",0]}]',
    '"hasNextPage":true',
  ],
  // The first three bytes choose what was asked, the status and the type.
  seeds: async () => [
    wrapped({
      releases: [
        releaseData({
          allowedLicenses: [{ id: productId, licenseKey }],
          metadata: [{ key: 'a', value: 'b' }],
          file: { name: 'a.jar', size: 1, checksum: null, key: 'k' },
        }),
      ],
      hasNextPage: false,
      totalResults: 1,
    }),
    wrapped({ licenses: [license], hasNextPage: true, totalResults: 2 }),
    wrapped({ topProducts: [{ id: productId, name: 'P' }] }),
    wrapped(releaseData()),
    wrapped([{ message: 'Required', path: ['metadata', 0, 'key'] }], 'Invalid request body'),
    wrapped(null, `Invalid API key ${apiKey}`),
  ],
  mutate: (input, chance) => {
    const changed = Buffer.concat([input.subarray(0, 3), mutateJson(input.subarray(3), chance)]);
    for (let index = 0; index < Math.min(3, changed.length); index += 1) changed[index] = chance.below(256);
    return changed;
  },
  check: async (input) => {
    const [first = 0, second = 0, third = 0] = input;
    const status = statuses[second % statuses.length] ?? 200;
    const contentType = contentTypes[third % contentTypes.length] ?? '';
    const fail = failureMaker({ server: 'lukittu.example', stake: 'file', apiKey });
    const given = { status, contentType, contentEncoding: '', location: '', body: input.subarray(3) };
    try {
      const schema = schemas[first % schemas.length] ?? sentReleaseSchema;
      const data = readAnswer(given, schema, fail);
      must(status >= 200 && status < 300, 'only a success has data');
      must(!/"licenseKey":/.test(JSON.stringify(data)), 'the field of the license key falls away');
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const told = JSON.stringify(failureSchema.parse(error.failure));
      must(!told.includes(apiKey), 'a failure does not hold the API key');
      must(told.length < 200_000, 'a failure is no copy of the answer');
    }
  },
};
