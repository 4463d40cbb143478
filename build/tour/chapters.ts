import { type AppScene, openApp } from './app-scene.ts';
import { openWithServer, type ServerScene } from './server-scene.ts';
import { connecting } from './steps/connecting.ts';
import { offline } from './steps/offline.ts';
import { places } from './steps/places.ts';
import { publishing } from './steps/publishing.ts';
import { refusedFile } from './steps/refused-file.ts';
import { sending } from './steps/sending.ts';
import { starting } from './steps/starting.ts';
import { shortLimit, train } from './steps/train.ts';
import type { Chapter } from './tour.ts';

/** What anybody sees who tries the app: the demo team. */
export const demoTeam: Chapter<AppScene> = {
  open: () => openApp(),
  steps: [...starting, ...publishing, ...refusedFile, ...places],
};

/** A team on a server that takes four updates in five minutes. */
export const ownTeam: Chapter<ServerScene> = {
  open: () => openWithServer({ requests: 4, windowMs: 300_000 }),
  steps: [...connecting, ...sending],
};

export const withoutNetwork: Chapter<ServerScene> = {
  open: () => openWithServer({ requests: 5, windowMs: 300_000 }),
  steps: offline,
};

/** A batch that is prepared on a train. */
export const fromTheTrain: Chapter<ServerScene> = {
  open: () => openWithServer(shortLimit),
  steps: train,
};
