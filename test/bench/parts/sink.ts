import { createServer, type Socket } from 'node:net';
import { releaseData } from '../../support/lukittu-answers.ts';

/**
 * A server that swallows what it is sent, as fast as it comes, and answers each request as an update that was done.
 * Prints its port when it is ready, and ends with its standard input.
 */
const body = JSON.stringify({
  data: releaseData(),
  result: { valid: true, details: 'ok', timestamp: 'now' },
});
const answer = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** Reads requests one after the other: a head, and as many bytes as it announces. */
function swallow(socket: Socket): void {
  let head = '';
  let awaited = 0;
  let isOver = false;
  socket.on('data', (chunk: Buffer) => {
    let rest = chunk;
    if (awaited === 0) {
      head += rest.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end === -1) return;
      const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
      isOver = /^connection: close/im.test(head);
      rest = Buffer.from(head.slice(end + 4), 'latin1');
      head = '';
      awaited = length;
    }
    awaited -= rest.length;
    if (awaited > 0) return;
    if (isOver) socket.end(answer);
    else socket.write(answer);
  });
  socket.on('error', () => undefined);
}

const server = createServer({ noDelay: true }, swallow);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.stdout.write(`${address.port}\n`);
});
process.stdin.resume().once('end', () => process.exit(0));
