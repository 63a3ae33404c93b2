// Waits until the three services answer and the site shows a film: node ready.mjs "PORTS" "PIDS" LOGS
// (ports and process ids of Metadata, Scraper, Gateway). When one ends or time runs out, prints the tail of its log.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [ports, pids] = process.argv.slice(2, 4).map(list => list.split(' ').map(Number));
const logs = process.argv[4];
const deadline = Date.now() + 120_000;

const live = port => async () => (await get(port, '/health/live')).ok;
const steps = [
  { name: 'Metadata', what: 'Metadata answers', done: live(ports[0]) },
  { name: 'Scraper', what: 'Scraper answers', done: live(ports[1]) },
  { name: 'Gateway', what: 'Gateway answers', done: live(ports[2]) },
  { name: 'Gateway', what: 'the page is there', done: async () => (await get(ports[2], '/')).ok },
  { name: 'Scraper', what: 'the first films are on it', done: hasFilms },
];

for (const { name, what, done } of steps) {
  process.stdout.write(`  ${what} …`);
  const failure = await waitFor(name, done);
  if (failure) {
    console.log(` ${failure}`);
    console.error(`\nThe end of ${logs}/${name}.log:\n${tail(name)}`);
    process.exit(1);
  }
  console.log(' yes');
}

async function waitFor(name, done) {
  let last = 'no answer';
  while (Date.now() < deadline) {
    const index = ['Metadata', 'Scraper', 'Gateway'].indexOf(name);
    if (!runs(pids[index])) return 'no: it has ended';
    try {
      if (await done()) return null;
      last = 'not yet';
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await sleep(150);
  }
  return `no, not within 2 minutes (${last})`;
}

async function hasFilms() {
  const answer = await get(ports[2], '/api/v1/movies?pageSize=1');
  return answer.ok && (await answer.json()).total > 0;
}

function get(port, path) {
  return fetch(`http://localhost:${port}${path}`, { signal: AbortSignal.timeout(5_000) });
}

function runs(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function tail(name) {
  return readFileSync(`${logs}/${name}.log`, 'utf8').trimEnd().split('\n').slice(-30).join('\n');
}
