import { EventEmitter } from 'node:events';
import { type ClientRequest, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/** Requests of the main process. They are Node's, which know no proxy of the system and follow no redirects. */
export const net = {
  request: ({ method, protocol, hostname, port, path, headers }: RequestOptions): ClientRequest => {
    const send = protocol === 'http:' ? requestHttp : requestHttps;
    return send({ method, protocol, hostname, port, path, headers });
  },
};

/** Electron's own updater, which only macOS has. It never tells anything. */
export const autoUpdater = new EventEmitter();
